import { CA as ca } from "../../src/kpi/definitions/ca";
import { createEngine } from "../../src/kpi/engine";
import { failed, failure, success } from "../../src/sales/failure";
import { TABLE_NAMES } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";
import type { Provenance } from "../../src/sales/tables";
import type { Language } from "../../src/sales/text";
import { storedPreferences } from "../../src/taskpane/automatic/preferences";
import { createPane } from "../../src/taskpane/createPane";
import type { FileToMap, GatewayClient, Session, Source } from "../../src/taskpane/gatewayClient";
import type { AlertsService } from "../../src/taskpane/live/alerts";
import type { CopiesService } from "../../src/taskpane/live/copies";
import type { RegisterService } from "../../src/taskpane/live/register";
import { noProgress, type Progress, withFrame } from "../../src/taskpane/progress";
import type { ExplainedCell, PaneServices, PaneWorkbook } from "../../src/taskpane/services";
import type { PaneState } from "../../src/taskpane/state";
import { storedUserName } from "../../src/taskpane/userName";
import type { EditedDashboard, TargetProblem } from "../../src/workbook";
import { alertsDouble } from "./alertsDouble";
import { awkwardCompany } from "./awkwardCompany";
import { registerDouble, untouched } from "./registerDouble";

export const STARTED_AT = Date.UTC(2026, 10, 23, 8, 30);

export const provenance: Provenance = {
  source: "demo",
  sourceLabel: "CRM de démonstration",
  dataDate: 20_780,
  refreshedAt: "2026-11-23T08:30:00+01:00",
};

export const demo: Source = {
  id: "demo",
  label: { fr: "CRM de démonstration", en: "Demo CRM" },
  fields: [],
  tables: TABLE_NAMES,
  lacks: [],
};

export const csv: Source = {
  id: "csv",
  label: { fr: "Fichiers CSV", en: "CSV files" },
  fields: [{ name: "files", label: { fr: "Fichiers", en: "Files" }, kind: "files" }],
  tables: TABLE_NAMES,
  lacks: [
    {
      fr: "Seules les tables présentes dans vos fichiers sont lues.",
      en: "Only the tables in your files are read.",
    },
  ],
};

export const crm: Source = {
  id: "crm",
  label: { fr: "Odoo", en: "Odoo" },
  fields: [
    { name: "url", label: { fr: "Adresse", en: "Address" }, kind: "url" },
    { name: "user", label: { fr: "Identifiant", en: "User name" }, kind: "text" },
    { name: "key", label: { fr: "Clé d'API", en: "API key" }, kind: "secret" },
    { name: "company", label: { fr: "Société", en: "Company" }, kind: "text", optional: true },
  ],
  tables: TABLE_NAMES,
  lacks: [],
};

/** A CRM one signs in to, or enters with a token, or with the team's account. */
export const hosted: Source = {
  ...crm,
  id: "hosted",
  label: { fr: "HubSpot", en: "HubSpot" },
  fields: [
    {
      name: "token",
      label: { fr: "Jeton", en: "Token" },
      kind: "secret",
      optional: true,
      insteadOfSignIn: true,
    },
  ],
  signIn: {
    isRegistered: true,
    registration: { fr: "Réglages › Applications", en: "Settings › Applications" },
  },
  teamAccount: true,
};
const remembered: Source = { ...hosted, signIn: { ...hosted.signIn!, remembered: {} } };
const unregistered: Source = { ...hosted, signIn: { ...hosted.signIn!, isRegistered: false } };

export const session: Session = {
  token: "a-token-that-lives-in-memory",
  source: "demo",
  sourceLabel: demo.label,
  user: "Ana",
  tables: TABLE_NAMES,
  lacks: [],
};

const FRAMES_BEFORE_ORDERS: readonly RefreshFrame[] = [
  {
    type: "start",
    source: "demo",
    sourceLabel: "CRM de démonstration",
    dataDate: 20_780,
    tables: TABLE_NAMES,
  },
  { type: "table-end", table: "salespeople", rows: 24, rejectedCount: 0, rejected: [] },
  {
    type: "table-end",
    table: "customers",
    rows: 812,
    rejectedCount: 2,
    rejected: [
      {
        table: "customers",
        origin: "clients.csv, ligne 14",
        column: "name",
        failure: failure("row-missing-value"),
      },
      {
        table: "customers",
        origin: "clients.csv, ligne 203",
        column: "created_on",
        failure: failure("row-bad-date", { value: "31/02/2024" }),
      },
    ],
  },
  { type: "table-end", table: "products", rows: 32, rejectedCount: 0, rejected: [] },
  { type: "table-end", table: "points_of_sale", rows: 12, rejectedCount: 0, rejected: [] },
];

export const frames: readonly RefreshFrame[] = [
  ...FRAMES_BEFORE_ORDERS,
  { type: "table", table: "order_lines", expectedRows: 20_134 },
  { type: "chunk", table: "order_lines", rows: 9_000, columns: {} },
  { type: "chunk", table: "order_lines", rows: 11_134, columns: {} },
  {
    type: "table-end",
    table: "order_lines",
    rows: 20_134,
    rejectedCount: 134,
    rejected: [
      {
        table: "order_lines",
        origin: "commandes.csv, ligne 4021",
        column: "revenue",
        failure: failure("row-bad-number", { value: "douze" }),
      },
    ],
  },
  ...TABLE_NAMES.slice(5).map(
    (table): RefreshFrame => ({ type: "table-end", table, rows: 640, rejectedCount: 0, rejected: [] }),
  ),
  { type: "end", refreshedAt: provenance.refreshedAt, totalRows: 20_000 },
];

const progressAfter = (count: number): Progress =>
  frames.slice(0, count).reduce(withFrame, noProgress(STARTED_AT));

/** Two rows of the sheet "Objectifs" that are no targets. */
export const targetProblems: readonly TargetProblem[] = [
  {
    address: "Objectifs!A7",
    failure: failure("target-invalid", { row: 7 }),
    cause: failure("kpi-unknown", { kpi: "CHIFRE", nearest: "CA" }),
  },
  {
    address: "Objectifs!E12",
    failure: failure("target-invalid", { row: 12 }),
    cause: failure("row-missing-value", { column: "Objectif" }),
  },
];

/** Two dashboards that a hand edited. */
export const editedDashboards: readonly EditedDashboard[] = [
  {
    sheet: "Matinée",
    count: 22,
    cells: [
      { address: "C4", content: "Mon titre" },
      { address: "D9", content: "" },
    ],
  },
  { sheet: "Chiffre d'affaires", count: 1, cells: [{ address: "B40", content: "=B39*1,1" }] },
];

export const filesToMap: readonly FileToMap[] = [
  {
    file: "commandes.csv",
    table: "order_lines",
    headings: ["Ligne", "Client", "Vendeur", "Date de commande", "Canal", "Montant brut", "Montant net"],
    columns: [
      { name: "id", required: true },
      { name: "customer_id", required: true, heading: "Client" },
      { name: "ordered_on", required: true, heading: "Date de commande" },
      { name: "channel", required: false, heading: "Canal" },
      { name: "revenue", required: true },
    ],
  },
];

/** The revenue of one region, behind which stand 132 order lines. */
export const explained: ExplainedCell = {
  address: "Chiffre d'affaires!C9",
  found: {
    query: { kpi: "CA", period: "2026", filters: [{ axis: "region", member: "Nord" }] },
    isCellsNumber: true,
    explanation: {
      kpi: ca,
      period: { from: 20_454, to: 20_818 },
      filters: [{ axis: "region", member: "Nord" }],
      rowCount: 132,
      dataDate: provenance.dataDate,
      answer: 184_250.5,
    },
    detail: {
      headings: [
        { fr: "Identifiant", en: "Id" },
        { fr: "Client", en: "Customer" },
        { fr: "Commandé le", en: "Ordered on" },
        { fr: "Montant net", en: "Net amount" },
      ],
      rows: Array.from({ length: 100 }, (_, row) => [
        `L${row}`,
        "Établissements Dupont et Fils",
        "2026-11-20",
        1_234.5,
      ]),
    },
  },
};

const base: PaneState = {
  activity: "idle",
  page: "home",
  isGatewayReachable: true,
  sources: [demo, csv, crm],
  isStopping: false,
  filesToMap: [],
  targetProblems: [],
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
  targets: { ...base, session, provenance, targetProblems },
  edited: { ...base, session, provenance, editedDashboards },
  explained: { ...base, session, provenance, explained },
  unexplained: { ...base, session, provenance, explained: { address: "Feuil1!B2", found: undefined } },
  circulated: { ...base, sources: [], isGatewayReachable: false, provenance },
  received: { ...base, provenance: handedOn },
  widening: { ...base, session, provenance: handedOn, asksToWiden: true },
  share: { ...base, session, provenance, page: "share" },
  alerts: { ...base, session, provenance, page: "alerts" },
  register: { ...base, session, provenance, page: "register" },
  offline: { ...base, sources: [], isGatewayReachable: false },
} as const satisfies Record<string, PaneState>;

export type StateName = keyof typeof states;

async function* stream(list: readonly RefreshFrame[]): AsyncGenerator<RefreshFrame> {
  yield* list;
}

export const gatewayDouble = (changes: Partial<GatewayClient> = {}): GatewayClient => ({
  sources: async () => success([demo, csv, crm]),
  connect: async () => success(session),
  connectAsTeam: async () => success({ ...session, account: "team" }),
  beginSignIn: async () =>
    success({ address: "https://localhost/sign-in/start?attempt=a", attempt: "p", expiresInSeconds: 600 }),
  claimSignIn: async () => success(session),
  forgetSignIn: async () => success(true),
  reconcile: async () => success(undefined),
  estimate: async () => success(undefined),
  refresh: () => stream(frames),
  disconnect: async () => undefined,
  ...changes,
});

/** A workbook that takes every frame, as a real one does, and then holds the data. */
export function workbookDouble(changes: Partial<PaneWorkbook> = {}): PaneWorkbook {
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
    onTargetProblems: () => undefined,
    showCell: async () => success(undefined),
    explain: async () => success(explained),
    writeDetail: async () => success(undefined),
    ...changes,
  };
}

export const copiesDouble = (changes: Partial<CopiesService> = {}): CopiesService => ({
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
    openWindow: openWindow ?? (async () => success("claim")),
    inForce: inForce ?? (() => undefined),
    userName: storedUserName(() => localStorage),
    preferences: storedPreferences(() => localStorage),
    loadWithWorkbook: loadWithWorkbook ?? (async () => undefined),
    language,
    now,
    onFault: (thrown) => {
      throw thrown;
    },
  };
  return createPane(services, state);
}
