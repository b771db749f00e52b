import { createEngine } from "../../src/kpi/engine";
import type { AlertsService } from "../../src/live/alerts";
import type { CompanyService } from "../../src/live/company";
import type { MappingMemory } from "../../src/live/mappingMemory";
import type { RegisterService } from "../../src/live/register";
import { failed, failure, success } from "../../src/sales/failure";
import { TABLE_NAMES } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";
import type { Provenance } from "../../src/sales/tables";
import type { Language } from "../../src/sales/text";
import { storedPreferences } from "../../src/taskpane/automatic/preferences";
import { storedTeamRefreshes } from "../../src/taskpane/automatic/teamRefreshes";
import type { CopiesService } from "../../src/taskpane/copies";
import { createPane } from "../../src/taskpane/createPane";
import type { DiagnosisService } from "../../src/taskpane/diagnosis/service";
import type { GatewayClient } from "../../src/taskpane/gatewayClient";
import { noProgress } from "../../src/taskpane/progress";
import type { PaneServices, PaneWorkbook } from "../../src/taskpane/services";
import type { PaneState } from "../../src/taskpane/state";
import { storedUserName } from "../../src/taskpane/userName";
import { alertsDouble } from "./alertsDouble";
import { awkwardCompany } from "./awkwardCompany";
import { companyDouble } from "./companyDouble";
import { diagnosisDouble } from "./diagnosisDouble";
import { registerDouble, untouched } from "./registerDouble";

import {
  crm,
  csv,
  demo,
  editedDashboards,
  explained,
  filesToMap,
  frames,
  hosted,
  progressAfter,
  provenance,
  remembered,
  STARTED_AT,
  session,
  targetProblems,
  unregistered,
} from "./samples";

export {
  crm,
  csv,
  demo,
  editedDashboards,
  explained,
  filesToMap,
  frames,
  hosted,
  provenance,
  session,
  targetProblems,
};

const base: PaneState = {
  activity: "idle",
  page: "home",
  isGatewayReachable: true,
  sources: [demo, csv, crm],
  isStopping: false,
  filesToMap: [],
  mappings: [],
  keptProblems: { targets: [], settings: [] },
  editedDashboards: [],
};

/** A copy of one region that a colleague handed on. */
const handedOn: Provenance = {
  ...provenance,
  circulated: { by: "Ana Silva", on: provenance.refreshedAt, scope: "Nord" },
};

/** Every state a person can meet, by name: what the tests and the screenshots go through. */
export const states = {
  starting: { ...base, activity: "starting" },
  connect: base,
  connecting: { ...base, activity: "connecting" },
  refused: {
    ...base,
    failure: { failure: failure("source-refused", { source: "Odoo" }), attempt: "connect" },
  },
  files: { ...base, sources: [csv, demo] },
  mapping: { ...base, sources: [csv, demo], filesToMap },
  form: { ...base, sources: [crm, demo] },
  signIn: { ...base, sources: [hosted, demo] },
  remembered: { ...base, sources: [remembered, demo] },
  unregistered: { ...base, sources: [unregistered, demo] },
  team: { ...base, session: { ...session, account: "team" } },
  ready: { ...base, session: { ...session, tables: TABLE_NAMES.slice(0, 5) } },
  again: { ...base, session, provenance },
  waiting: { ...base, session, activity: "refreshing", progress: noProgress(STARTED_AT) },
  refreshing: { ...base, session, provenance, activity: "refreshing", progress: progressAfter(7) },
  building: { ...base, session, provenance, activity: "building", progress: progressAfter(frames.length) },
  result: { ...base, session, provenance, progress: progressAfter(frames.length), elapsedMs: 4_230 },
  locked: {
    ...base,
    session,
    provenance,
    failure: {
      failure: failure("workbook-locked", {
        user: "Bo Martin",
        since: new Date(2026, 10, 23, 8, 27).toISOString(),
      }),
      attempt: "refresh",
    },
  },
  stopped: { ...base, session, provenance, failure: { failure: failure("stopped"), attempt: "refresh" } },
  targets: { ...base, session, provenance, keptProblems: { targets: targetProblems, settings: [] } },
  edited: { ...base, session, provenance, editedDashboards },
  explained: { ...base, session, provenance, explained },
  unexplained: { ...base, session, provenance, explained: { address: "Feuil1!B2", found: undefined } },
  circulated: { ...base, sources: [], isGatewayReachable: false, provenance },
  received: { ...base, provenance: handedOn },
  huge: {
    ...base,
    session,
    estimate: { rows: 2_000_000, calls: 10_050, callsLeft: 1_000 },
    asksToLoad: true,
  },
  widening: { ...base, session, provenance: handedOn, asksToWiden: true },
  share: { ...base, session, provenance, page: "share" },
  alerts: { ...base, session, provenance, page: "alerts" },
  register: { ...base, session, provenance, page: "register" },
  settings: { ...base, session, provenance, page: "settings" },
  offline: { ...base, sources: [], isGatewayReachable: false },
} as const satisfies Record<string, PaneState>;

export type StateName = keyof typeof states;

async function* stream(list: readonly RefreshFrame[]): AsyncGenerator<RefreshFrame> {
  yield* list;
}

const gatewayDouble = (changes: Partial<GatewayClient> = {}): GatewayClient => ({
  sources: async () => success([demo, csv, crm]),
  connect: async () => success(session),
  connectAsTeam: async () => success({ ...session, account: "team" }),
  beginSignIn: async () =>
    success({ address: "https://localhost/sign-in/start?attempt=a", attempt: "p", expiresInSeconds: 600 }),
  claimSignIn: async () => success(session),
  cancelSignIn: async () => undefined,
  forgetSignIn: async () => success(true),
  forgetTeam: async () => success(undefined),
  reconcile: async () => success(undefined),
  estimate: async () => success(undefined),
  setAside: async () => success([]),
  refresh: () => stream(frames),
  disconnect: async () => undefined,
  ...changes,
});

/** A workbook that takes every frame, as a real one does, and then holds the data. */
function workbookDouble(changes: Partial<PaneWorkbook> = {}): PaneWorkbook {
  return {
    open: async () => success(undefined),
    refresh: async (source, { signal }) => {
      for await (const frame of source(undefined)) {
        if (signal.aborted) return failed("stopped");
        if (frame.type === "error") return { ok: false, failure: frame.failure };
      }
      return success(provenance);
    },
    buildDashboards: async () => success([]),
    onKeptProblems: () => undefined,
    onReloaded: () => undefined,
    look: async () => undefined,
    showCell: async () => success(undefined),
    explain: async () => success(explained),
    writeDetail: async () => success(undefined),
    ...changes,
  };
}

const copiesDouble = (changes: Partial<CopiesService> = {}): CopiesService => ({
  inForce: () => ({ ...untouched, data: awkwardCompany, targets: [], source: createEngine(awkwardCompany) }),
  shown: async () => success({ chosen: {}, sheetNames: {} }),
  open: async () => success(undefined),
  canSave: () => true,
  ...changes,
});

interface Changes {
  readonly gateway?: Partial<GatewayClient>;
  readonly workbook?: Partial<PaneWorkbook>;
  readonly copies?: Partial<CopiesService>;
  readonly alerts?: Partial<AlertsService>;
  readonly register?: RegisterService;
  readonly company?: CompanyService;
  readonly diagnosis?: DiagnosisService;
  readonly mappings?: Partial<MappingMemory>;
  readonly openWindow?: PaneServices["openWindow"];
  readonly loadWithWorkbook?: PaneServices["loadWithWorkbook"];
  readonly inForce?: PaneServices["inForce"];
  readonly now?: () => number;
  readonly language?: Language;
}

export function paneDouble(
  state?: PaneState,
  {
    gateway = {},
    workbook = {},
    copies = {},
    alerts = {},
    register,
    company,
    diagnosis = diagnosisDouble,
    mappings = {},
    openWindow,
    loadWithWorkbook,
    inForce,
    now = () => STARTED_AT + 4_230,
    language = "fr",
  }: Changes = {},
) {
  const services: PaneServices = {
    gateway: gatewayDouble(gateway),
    workbook: workbookDouble(workbook),
    copies: copiesDouble(copies),
    alerts: alertsDouble(alerts),
    register: register ?? registerDouble(),
    company: company ?? companyDouble(),
    diagnosis,
    mappings: { read: async () => success([]), keep: async () => success(undefined), ...mappings },
    openWindow: openWindow ?? (async () => success("claim")),
    inForce: inForce ?? (() => undefined),
    userName: storedUserName(() => localStorage),
    preferences: storedPreferences(() => localStorage),
    teamRefreshes: storedTeamRefreshes(() => localStorage),
    loadWithWorkbook: loadWithWorkbook ?? (async () => undefined),
    language,
    now,
    onFault: (thrown) => {
      throw thrown;
    },
  };
  return createPane(services, state);
}
