import type { CellProblem } from "../../src/kept";
import { CA as ca } from "../../src/kpi/definitions/ca";
import type { EditedDashboard } from "../../src/live/reports";
import { failure } from "../../src/sales/failure";
import { TABLE_NAMES } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";
import type { Provenance } from "../../src/sales/tables";
import type { ExplainedCell } from "../../src/taskpane/explainer";
import type { FileToMap, Session, Source } from "../../src/taskpane/gatewayClient";
import { noProgress, type Progress, withFrame } from "../../src/taskpane/progress";

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
  teamAccount: { isRemembered: false },
};
export const remembered: Source = { ...hosted, signIn: { ...hosted.signIn!, remembered: {} } };
export const unregistered: Source = { ...hosted, signIn: { ...hosted.signIn!, isRegistered: false } };

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

export const progressAfter = (count: number): Progress =>
  frames.slice(0, count).reduce(withFrame, noProgress(STARTED_AT));

/** Two rows of the sheet "Objectifs" that are no targets. */
export const targetProblems: readonly CellProblem[] = [
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
    samples: {
      Ligne: ["1", "2", "3"],
      Client: ["Dupont", "Durand & Fils"],
      "Date de commande": ["03/04/2026", "05/04/2026"],
      "Montant net": ["1.250", "980"],
    },
    asksDates: true,
    asksDecimals: true,
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
    kpi: ca,
    isCellsNumber: true,
    explanation: {
      kpi: ca.id,
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
