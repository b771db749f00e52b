import type { ActionCells } from "../kept";
import type { AlertHistory, Attention, KpiFace, Standing, TierChange } from "../kpi";
import type { AlertBook, Recipients } from "./alertBook";

/** Limit for attentions; most alerts carry none. */
const MOST_ATTENTIONS = 1_000;

const SUBJECT = ["rule", "kpi", "axis", "member", "grain", "period", "value", "target", "due"] as const;
/** Last, and only for the KPIs that have it. */
const FACE = "face";
const STANDING = [...SUBJECT, "tier", "since"] as const satisfies readonly (keyof Standing)[];
const CHANGE = [
  ...SUBJECT,
  "from",
  "to",
  "on",
  "refreshedAt",
] as const satisfies readonly (keyof TierChange)[];

/** A record's kind at the left, then its JSON: an unreadable row loses one record only. */
type Row = readonly string[];

/** Well under the 32,767 characters that a cell holds, surrogate pairs counted as one. */
const PIECES = /[\s\S]{1,15000}/gu;

/** Before each piece, so that none begins like a formula. */
const GUARD = "|";

const row = (kind: string, record: unknown): Row => [
  kind,
  ...(JSON.stringify(record).match(PIECES) ?? []).map((piece) => GUARD + piece),
];

export function rowsOf({ history, attention, recipients, actions }: AlertBook): Row[] {
  const { dataDate, refreshedAt, standings = [], log = [] } = history ?? {};
  return [
    row("refresh", history ? { dataDate, refreshedAt } : {}),
    row("recipients", recipients),
    ...standings.map((standing) => row("standing", tuple(STANDING, standing))),
    ...log.map((change) => row("change", tuple(CHANGE, change))),
    ...attention.slice(-MOST_ATTENTIONS).map((one) => row("attention", one)),
    ...actions.map((action) => row("action", action)),
  ];
}

/** Reads the book from cells; damaged records are left out. */
export function bookOf(cells: readonly (readonly unknown[])[]): AlertBook {
  const found = cells.map(([kind, ...pieces]) => ({
    kind,
    content: parsed(pieces.map((piece) => String(piece ?? "").slice(GUARD.length)).join("")),
  }));
  const of = (wanted: string): unknown[] =>
    found.flatMap(({ kind, content }) => (kind === wanted && content !== undefined ? [content] : []));
  const [moment] = of("refresh") as Partial<AlertHistory>[];
  const { dataDate, refreshedAt } = moment ?? {};
  return {
    history:
      typeof dataDate === "number" && typeof refreshedAt === "string"
        ? {
            dataDate,
            refreshedAt,
            standings: of("standing").flatMap((one) => record<Standing>(STANDING, one)),
            log: of("change").flatMap((one) => record<TierChange>(CHANGE, one)),
          }
        : undefined,
    attention: of("attention") as Attention[],
    recipients: (of("recipients")[0] ?? {}) as Recipients,
    actions: of("action") as ActionCells[],
  };
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const tuple = <K extends string>(
  fields: readonly K[],
  from: Readonly<Record<K, unknown>> & { readonly face?: KpiFace },
): unknown[] => [...fields.map((field) => from[field]), ...(from[FACE] ? [from[FACE]] : [])];

/** One record, or none where the tuple is not of this version's length, with or without a face. */
const record = <T>(fields: readonly string[], from: unknown): T[] =>
  Array.isArray(from) && (from.length === fields.length || from.length === fields.length + 1)
    ? [
        Object.fromEntries(
          [...fields, FACE].slice(0, from.length).map((field, index) => [field, from[index]]),
        ) as T,
      ]
    : [];
