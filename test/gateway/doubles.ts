import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { Connection, Connector } from "../../src/crm/connector";
import { guardedFetch } from "../../src/crm/guardedFetch";
import { load } from "../../src/crm/load";
import { registry } from "../../src/crm/registry";
import { checkConfig, type GatewayConfig, type GatewaySettings } from "../../src/gateway/config";
import type { GatewayDeps } from "../../src/gateway/deps";
import { memoryVault } from "../../src/gateway/vault";
import { FailureError, failure } from "../../src/sales/failure";

/** A built add-in small enough for tests, in a folder of its own. */
export function builtAddIn(): string {
  const dist = mkdtempSync(join(tmpdir(), "vigie-dist-"));
  mkdirSync(join(dist, "assets"));
  mkdirSync(join(dist, "maps"));
  writeFileSync(join(dist, "taskpane.html"), '<meta name="style-nonce" nonce="__VIGIE_NONCE__">');
  copyFileSync(join(__dirname, "..", "..", "src", "taskpane", "signIn.html"), join(dist, "signIn.html"));
  writeFileSync(join(dist, "functions.json"), '{"functions":[]}');
  writeFileSync(join(dist, "pane.0123abcd.js"), "const a = 1;".repeat(500));
  writeFileSync(join(dist, "maps", "pane.js.map"), "{}");
  writeFileSync(join(dist, "assets", "icon-32.png"), "png");
  writeFileSync(join(dist, "..", "beside-dist.txt"), "not served");
  return dist;
}

export function configOf(settings: GatewaySettings = {}): GatewayConfig {
  const checked = checkConfig({ https: "off", logLevel: "silent", ...settings });
  if (!checked.ok) throw new FailureError(checked.failure);
  return checked.value;
}

/** A CRM of three salespeople; `onConnect` sees the options, `page` may stand in for its answer. */
export function fakeConnector(
  id: string,
  {
    fields = [],
    onConnect = () => undefined,
    page,
  }: {
    fields?: Connector["declaration"]["fields"];
    onConnect?: (options: Readonly<Record<string, unknown>>, signal: AbortSignal) => Promise<void> | void;
    page?: Connection["listPage"];
  } = {},
): Connector & { readonly closed: () => number } {
  let closed = 0;
  const people = ["Ana", "Bo", "Chloé"].map((name, index) => ({
    values: { id: String(index), name, team: "A", region: "Nord" },
    origin: `s${index}`,
  }));
  return {
    declaration: { id, label: { fr: `Source ${id}`, en: id }, fields, tables: ["salespeople"], lacks: [] },
    closed: () => closed,
    connect: async (options, signal) => {
      await onConnect(options, signal);
      return {
        dataDate: 20_000,
        user: "Ana",
        listPage: page ?? (async () => ({ rows: people })),
        close: async () => {
          closed += 1;
        },
      };
    },
  };
}

export const refusing = () => {
  throw new FailureError(failure("source-refused", { source: "x" }));
};

/** Dependencies around some connectors; `lines` collects what would be logged. */
export function depsOf(connectors: readonly Connector[], lines: string[] = []): GatewayDeps {
  const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  return {
    registry: registry(connectors),
    load,
    logger,
    version: "1.2.3",
    vault: memoryVault(),
    fetchUnder: guardedFetch,
    now: Date.now,
  };
}
