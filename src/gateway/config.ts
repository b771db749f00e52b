import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { failed, type Result, success } from "../sales/failure";
import { addInFolder } from "./addInFolder";
import { companySettings } from "./companySettings";

/** The file read from the working directory when no other is named. */
const CONFIG_FILE = "vigie.config.json";

const origin = z.string().regex(/^https:\/\/[^/\s;,']+$/, "https://host or https://host:port");
/** An IP address, or a network as `10.0.0.0/8`. */
const network = z
  .string()
  .refine((text) => isIP(text.split("/", 1)[0] ?? "") !== 0 && /^[^/]+(\/\d{1,3})?$/.test(text), {
    error: "10.0.0.1, 10.0.0.0/8",
  });
/** A whole number; what is expected is told in figures, which need no translation. */
const whole = (least: number, most: number) => {
  const error = `${least} … ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const positive = (most: number) => whole(1, most);

/** Every setting of the gateway, its limits and its default. Documented in docs/gateway.md. */
const schema = z.strictObject({
  host: z.string().min(1).default("localhost"),
  port: whole(0, 65_535).default(3443),
  /** `development`: a certificate made on this machine; `off`: a proxy in front speaks HTTPS. */
  https: z
    .union(
      [
        z.enum(["development", "off"]),
        z.strictObject({ certificate: z.string().min(1), key: z.string().min(1) }),
      ],
      { error: "development, off, {certificate, key}" },
    )
    .default("development"),
  /** Folder of the built add-in. */
  dist: z
    .string()
    .min(1)
    .default(() => addInFolder()),
  /** Ids of the sources offered. */
  sources: z.array(z.string().min(1)).min(1).default(["demo", "csv"]),
  /** The administrator's options for a source, by its id; a person's form cannot change it. */
  options: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  /** Pages that may show the add-in in a frame, besides Excel on the web. */
  frameAncestors: z.array(origin).default([]),
  /** Other sites whose pages may call the API. */
  allowedOrigins: z.array(origin).default([]),
  sessionMinutes: positive(1_440).default(60),
  maxSessions: positive(10_000).default(250),
  uploadMegabytes: positive(2_000).default(100),
  uploadFiles: positive(1_000).default(40),
  /** The memory that files may take in all. */
  uploadTotalMegabytes: positive(100_000).default(1_000),
  /** Connections from one network address. */
  socketsPerAddress: positive(2_000).default(500),
  connectSeconds: positive(600).default(30),
  /** The longest time a request may take to arrive whole. */
  uploadSeconds: positive(3_600).default(120),
  /** The longest silence of a source during a refresh. */
  refreshIdleSeconds: positive(3_600).default(120),
  requestsPerMinute: positive(100_000).default(240),
  /** Attempts to get a session, which may guess a password. */
  signInsPerMinute: positive(1_000).default(20),
  /** The longest time the headers of a request may take to arrive. */
  headerSeconds: positive(60).default(15),
  /**
   * The address by which people reach the gateway, when it listens at another one: sign-in at a CRM leads back there.
   */
  publicAddress: origin.optional(),
  /** Proxies in front, whose `X-Forwarded-For` is believed. */
  trustedProxies: z.array(network).default([]),
  /** Days for which an unused sign-in at a CRM is remembered; 0 forgets it with the session. */
  rememberDays: whole(0, 365).default(30),
  /** File of the sign-ins at CRMs, sealed with `VIGIE_VAULT_KEY`. */
  vaultFile: z.string().min(1).default(join(".vigie", "vault.json")),
  /** By a source's id, an account that several people use, and the code that lets them. */
  teamAccounts: z
    .record(
      z.string(),
      z.strictObject({
        code: z.string().min(12, { error: "12 …" }),
        options: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .default({}),
  /** The company's settings that nobody changes in a workbook, by id as in `kpi/companySettings.ts`. */
  company: companySettings,
  logLevel: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type GatewayConfig = Readonly<z.infer<typeof schema>>;
export type GatewaySettings = Readonly<z.input<typeof schema>>;
type Environment = Readonly<Record<string, string | undefined>>;

const LISTS = ["sources", "frameAncestors", "allowedOrigins", "trustedProxies"];
/** Settings of a file only. */
const NOT_FROM_ENVIRONMENT = ["options", "teamAccounts", "company"];
/** Options by which a CRM knows this installation; they may come from the environment, by source. */
const CLIENT_VARIABLES = { clientId: "CLIENT_ID", clientSecret: "CLIENT_SECRET" } as const;

/** `sessionMinutes` is set by `VIGIE_SESSION_MINUTES`; lists are separated by commas. */
const variableOf = (setting: string): string =>
  `VIGIE_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** Settings checked and completed with the defaults. `configuration-invalid` names the first one that is wrong. */
export function checkConfig(settings: unknown): Result<GatewayConfig> {
  const checked = schema.safeParse(settings);
  if (checked.success) return success(checked.data);
  const issue = checked.error.issues[0];
  const setting = issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : (issue?.path.join(".") ?? "");
  const expected =
    issue?.code === "unrecognized_keys" ? Object.keys(schema.shape).join(", ") : issue?.message;
  return failed("configuration-invalid", { setting, expected: expected ?? "" });
}

/**
 * The configuration of a file, each setting overridden by its environment variable. A file that is not there is
 * an empty one when `file` is the default, else `configuration-invalid`.
 */
export function readConfig(environment: Environment = process.env, file?: string): Result<GatewayConfig> {
  const path = file ?? environment.VIGIE_CONFIG ?? CONFIG_FILE;
  const read = readJson(path, path === CONFIG_FILE);
  if (!read.ok) return read;
  const checked = checkConfig({ ...read.value, ...fromEnvironment(environment) });
  return checked.ok ? success(withClients(checked.value, environment)) : checked;
}

/** `VIGIE_SALESFORCE_CLIENT_ID` and `VIGIE_SALESFORCE_CLIENT_SECRET` into the options of `salesforce`. */
function withClients(config: GatewayConfig, environment: Environment): GatewayConfig {
  const options = { ...config.options };
  for (const source of config.sources) {
    const prefix = `VIGIE_${source.replaceAll("-", "_").toUpperCase()}`;
    for (const [option, name] of Object.entries(CLIENT_VARIABLES)) {
      const value = environment[`${prefix}_${name}`];
      if (value) options[source] = { ...options[source], [option]: value };
    }
  }
  return { ...config, options };
}

function readJson(path: string, optional: boolean): Result<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return optional ? success({}) : failed("configuration-invalid", { setting: path, expected: "JSON" });
  }
  try {
    return success(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
  } catch {
    return failed("configuration-invalid", { setting: path, expected: "JSON" });
  }
}

function fromEnvironment(environment: Environment): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const setting of Object.keys(schema.shape)) {
    const value = environment[variableOf(setting)];
    if (value === undefined || value === "" || NOT_FROM_ENVIRONMENT.includes(setting)) continue;
    settings[setting] = LISTS.includes(setting) ? value.split(",").map((part) => part.trim()) : value;
  }
  const { VIGIE_CERTIFICATE: certificate, VIGIE_KEY: key } = environment;
  return certificate || key ? { ...settings, https: { certificate, key } } : settings;
}
