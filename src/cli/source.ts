import { readFile } from "node:fs/promises";
import { load, localConnectors, registry } from "../crm";

import { type Answering, functionCatalogue } from "../functions";
import { textsOf } from "../i18n";
import { type CompanySettings, KPIS, type RegisterEntry } from "../kpi";
import { engineOf } from "../live";
import { type Collected, collect } from "../sales/collect";
import { FailureError, failure, type Result } from "../sales/failure";
import type { RejectedRow } from "../sales/stream";
import { UsageError } from "./errors";
import type { Options } from "./options";
import { readRegisterFile } from "./registerFile";

const SOURCES = registry(localConnectors);

type Environment = Readonly<Record<string, string | undefined>>;
type Detail = (detail: string, environment: Environment) => Readonly<Record<string, string>>;

/** Each source's text after the colon: a folder, `name=value` pairs, a server and its database. */
const DETAILS: Readonly<Record<string, Detail>> = {
  csv: (folder) => ({ folder }),
  demo: (pairs) =>
    Object.fromEntries(
      pairs
        .split(",")
        .filter((pair) => pair !== "")
        .map((pair) => [pair.split("=", 1)[0] ?? "", pair.slice(pair.indexOf("=") + 1)]),
    ),
  tryton: (text, environment) => {
    const [, address = "", database = ""] = /^(https?:\/\/.+)\/([^/]+)\/?$/.exec(text) ?? [];
    if (address === "") throw missing("--source", "tryton:https://…/…");
    return {
      address,
      database: decodeURIComponent(database),
      user: required("VIGIE_TRYTON_USER", environment),
      password: required("VIGIE_TRYTON_PASSWORD", environment),
    };
  },
  odoo: (address, environment) => ({
    address: addressed("odoo", address),
    database: required("VIGIE_ODOO_DATABASE", environment),
    // From Odoo 19 on the key alone says who asks.
    user: environment.VIGIE_ODOO_USER ?? "",
    key: required("VIGIE_ODOO_KEY", environment),
  }),
  dolibarr: (address, environment) => ({
    address: addressed("dolibarr", address),
    key: required("VIGIE_DOLIBARR_KEY", environment),
  }),
  salesforce: (address, environment) => ({
    address: addressed("salesforce", address),
    token: required("VIGIE_SALESFORCE_TOKEN", environment),
  }),
  dynamics: (address, environment) => ({
    address: addressed("dynamics", address),
    token: required("VIGIE_DYNAMICS_TOKEN", environment),
  }),
};

function addressed(id: string, address: string): string {
  if (address === "") throw missing("--source", `${id}:https://…`);
  return address;
}

/** A secret never stands on a command line, where every process of the machine can read it. */
function required(variable: string, environment: Environment): string {
  const value = environment[variable];
  if (!value) throw missing(variable, "…");
  return value;
}

const missing = (setting: string, expected: string) =>
  new FailureError(failure("configuration-invalid", { setting, expected }));

/** A source's rows, with the company's settings and register as the command line gives them. */
export interface Loaded extends Collected {
  readonly company?: Partial<CompanySettings>;
  readonly register?: readonly RegisterEntry[];
}

/** A source loaded whole. */
export interface OpenSource extends Answering {
  readonly loaded: Loaded;
}

interface LoadingOptions {
  readonly environment?: Environment;
  /** Takes every row that is set aside. */
  readonly onRejected?: (row: RejectedRow) => void;
}

/** The text of a mapping file. Throws FailureError `file-unreadable`. */
async function readMapping(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new FailureError(failure("file-unreadable", { file }));
  });
}

/**
 * Loads `csv:DIR` or `csv:FILE`, `demo[:lines=N,seed=N]` or a CRM by its address (`tryton:https://HOST/DATABASE`, `odoo:https://HOST`)
 * whole. Throws FailureError with what the source says.
 */
export async function loadSource(
  { source = "", dataDate, language, mapping, register: file, company }: Options,
  { environment = process.env, onRejected }: LoadingOptions = {},
): Promise<Loaded> {
  const colon = source.indexOf(":");
  const id = colon < 0 ? source : source.slice(0, colon);
  const detail = colon < 0 ? "" : source.slice(colon + 1);
  const connector = unwrap(SOURCES.find(id));
  if (id === "csv" && detail === "") throw new UsageError(textsOf("cli", language)("sourceIncomplete"));
  // Said before the source is read, which may take minutes.
  const register = file === undefined ? undefined : await readRegisterFile(file, language);
  const given = {
    ...DETAILS[id]?.(detail, environment),
    ...(dataDate !== undefined && { dataDate }),
    ...(mapping !== undefined && { mapping: await readMapping(mapping) }),
  };
  const connection = await connector.connect(given, new AbortController().signal);
  try {
    // An explicit data date makes the whole answer reproducible, KPI.MAJ() included: as if refreshed at midnight.
    const now = dataDate === undefined ? undefined : () => new Date(`${dataDate}T00:00:00`);
    const options = { ...(now && { now }), ...(onRejected && { onRejected }) };
    const collected = unwrap(await collect(load(connection, connector.declaration, options)));
    return { ...collected, ...(company && { company }), ...(register && { register }) };
  } finally {
    await connection.close();
  }
}

export async function openSource(options: Options): Promise<OpenSource> {
  const loaded = await loadSource(options);
  return {
    loaded,
    source: engineOf(loaded, options.language),
    catalogue: functionCatalogue(KPIS.all),
  };
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}
