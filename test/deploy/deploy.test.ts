import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bin } from "../../package.json";
import { readConfig } from "../../src/gateway/config";

const read = (name: string) => readFileSync(join(__dirname, "..", "..", "deploy", name), "utf8");
const variables = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/\b(VIGIE_[A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value]));

test("the container's settings are the gateway's, for a proxy in front and a vault on its volume", () => {
  const dockerfile = read("Dockerfile");
  const config = readConfig(variables(dockerfile));
  expect(config).toMatchObject({
    ok: true,
    value: { host: "0.0.0.0", port: 3443, https: "off", vaultFile: "/var/lib/vigie/vault.json" },
  });
  expect(dockerfile).toContain("VOLUME /var/lib/vigie");
});

test("the service's settings are the gateway's, its vault in the folder that systemd makes", () => {
  const unit = read("vigie.service");
  const { VIGIE_CONFIG, ...settings } = variables(unit);
  expect(VIGIE_CONFIG).toBe("/etc/vigie/vigie.config.json");
  expect(readConfig(settings)).toMatchObject({ ok: true, value: { vaultFile: "/var/lib/vigie/vault.json" } });
  expect(unit).toContain("\nStateDirectory=vigie\n");
});

test("the proxy's comment is a configuration that the gateway takes, and its limits cover the gateway's", () => {
  const proxy = read("nginx.conf");
  const told = JSON.parse(/#\s+(\{.*\})/.exec(proxy)?.[1] ?? "");
  const config = readConfig({
    VIGIE_TRUSTED_PROXIES: told.trustedProxies.join(","),
    VIGIE_HTTPS: told.https,
  });
  if (!config.ok) throw new Error(config.failure.code);
  expect(Number(/proxy_read_timeout (\d+)s/.exec(proxy)?.[1])).toBeGreaterThan(
    config.value.refreshIdleSeconds,
  );
  expect(Number(/client_max_body_size (\d+)m/.exec(proxy)?.[1])).toBe(config.value.uploadMegabytes);
});

test("both start what the build makes", () => {
  for (const name of ["Dockerfile", "vigie.service"]) expect(read(name)).toContain(bin["vigie-gateway"]);
});

test("the sites of sovereign clouds that docs/deploy.md names may be added to those that frame the add-in", () => {
  const doc = readFileSync(join(__dirname, "..", "..", "docs", "deploy.md"), "utf8");
  const sites = [
    ...doc.matchAll(/`(https:\/\/[^`]*(?:office|sharepoint|microsoft)[^`]*\.(?:us|cn|com|net))`/g),
  ];
  const named = [...new Set(sites.map(([, site]) => site!))].filter(
    (site) => !site.includes("appsforoffice"),
  );
  expect(named).toContain("https://*.sharepoint.us");
  expect(readConfig({ VIGIE_FRAME_ANCESTORS: named.join(",") })).toMatchObject({
    ok: true,
    value: { frameAncestors: named },
  });
});
