import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkConfig, readConfig } from "../../src/gateway/config";
import { sentence } from "../../src/i18n/sentence";

const folder = mkdtempSync(join(tmpdir(), "vigie-config-"));
const file = (text: string): string => {
  const path = join(folder, "vigie.config.json");
  writeFileSync(path, text);
  return path;
};

test("nothing configured is a working development gateway", () => {
  const config = checkConfig({});
  expect(config).toMatchObject({
    ok: true,
    value: { host: "localhost", port: 3443, https: "development", sources: ["demo", "csv"] },
  });
});

test("the environment overrides the file, the file the defaults", () => {
  const path = file('{"port": 9000, "sessionMinutes": 5, "sources": ["csv"]}');
  const config = readConfig(
    { VIGIE_PORT: "9001", VIGIE_FRAME_ANCESTORS: "https://a.test, https://b.test" },
    path,
  );
  expect(config).toMatchObject({
    ok: true,
    value: {
      port: 9001,
      sessionMinutes: 5,
      sources: ["csv"],
      frameAncestors: ["https://a.test", "https://b.test"],
    },
  });
});

test("a certificate is named by two variables", () => {
  const config = readConfig({ VIGIE_CERTIFICATE: "a.crt", VIGIE_KEY: "a.key" }, file("{}"));
  expect(config).toMatchObject({ ok: true, value: { https: { certificate: "a.crt", key: "a.key" } } });
});

test.each([
  ["a port that is a word", { port: "many" }, "port"],
  ["a port out of range", { port: 70_000 }, "port"],
  ["a misspelt setting", { prot: 3 }, "prot"],
  ["an origin that is no https address", { allowedOrigins: ["http://a.test"] }, "allowedOrigins.0"],
  [
    "an origin that would add a directive",
    { frameAncestors: ["https://a;script-src *"] },
    "frameAncestors.0",
  ],
  ["no source at all", { sources: [] }, "sources"],
  ["half a certificate", { https: { certificate: "a.crt" } }, "https"],
])("%s is named in a sentence", (_, settings, setting) => {
  const config = checkConfig(settings);
  expect(config).toMatchObject({
    ok: false,
    failure: { code: "configuration-invalid", params: { setting } },
  });
  if (!config.ok)
    expect(sentence(config.failure, "fr")).toContain(`La configuration n'est pas valable : ${setting}`);
});

test("what is expected is told plainly", () => {
  const expected = (settings: unknown) => {
    const config = checkConfig(settings);
    return config.ok ? "" : config.failure.params.expected;
  };
  expect(expected({ port: "many" })).toBe("0 … 65535");
  expect(expected({ sessionMinutes: 1.5 })).toBe("1 … 1440");
  expect(expected({ https: "yes" })).toBe("development, off, {certificate, key}");
});

test("a file that is not JSON or that was named and is not there is refused, the default one may be missing", () => {
  expect(readConfig({}, file("{"))).toMatchObject({ ok: false });
  expect(readConfig({}, file("[1]"))).toMatchObject({ ok: false });
  expect(readConfig({}, join(folder, "elsewhere.json"))).toMatchObject({ ok: false });
  expect(readConfig({})).toMatchObject({ ok: true });
});

test("how a CRM knows this installation may come from the environment, for the sources offered", () => {
  const path = file('{"sources": ["salesforce"], "options": {"salesforce": {"address": "https://a.test"}}}');
  const environment = {
    VIGIE_SALESFORCE_CLIENT_ID: "id",
    VIGIE_SALESFORCE_CLIENT_SECRET: "secret",
    VIGIE_HUBSPOT_CLIENT_ID: "other",
    VIGIE_TEAM_ACCOUNTS: "x",
  };
  const config = readConfig(environment, path);
  expect(config.ok && config.value.options).toEqual({
    salesforce: { address: "https://a.test", clientId: "id", clientSecret: "secret" },
  });
});

test("the company's settings are read as in the sheet, months by name too; what is wrong is named", () => {
  expect(checkConfig({ company: { fiscalFirstMonth: "avril", lostAfterMonths: 18 } })).toMatchObject({
    ok: true,
    value: { company: { fiscalFirstMonth: 4, lostAfterMonths: 18 } },
  });
  const params = (company: object) => {
    const config = checkConfig({ company });
    return config.ok ? undefined : config.failure.params;
  };
  expect(params({ fiscalFirstMonth: 13 })).toMatchObject({
    setting: "company.fiscalFirstMonth",
    expected: "1–12",
  });
  expect(params({ firstMonth: 4 })?.expected).toContain("fiscalFirstMonth");
  expect(readConfig({ VIGIE_COMPANY: "x" }, file("{}"))).toMatchObject({ ok: true, value: { company: {} } });
});
