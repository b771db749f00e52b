import { dayOf, dayOfMoment, type EpochDay, parseIsoDay } from "./calendar";
import { cleanText } from "./cleanText";
import { type Failure, type FailureParams, failure } from "./failure";
import { fromMoneyUnits, toMoneyUnits } from "./money";
import type { ColumnKind, ColumnSpec } from "./schema";
import type { Value } from "./tables";

/** Excel cells hold 32,767 characters; some room is left for what writers add. */
const TEXT_LIMIT = 32_000;
/** Beyond this money no longer sums exactly (see money.ts). */
const MONEY_LIMIT = 900e9;
/** Excel's dates begin in 1900, with a 29 February that never was. */
const FIRST_DAY = dayOf(1900, 3, 1);
const SHOWN_VALUE_LENGTH = 80;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const ISO_DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}/;
const DAY_CACHE_LIMIT = 20_000;

/** A raw value as a validated one, or why not. */
export type CellReader = (raw: unknown) => Value | Failure;

export const isFailure = (outcome: Value | Failure): outcome is Failure =>
  typeof outcome === "object" && outcome !== null;

/**
 * The reader of one column. It accepts values of JavaScript (numbers, Date: its UTC day) and canonical text
 * (`1234.56`, `2024-03-15`, an ISO date-time: the day as written). Text is trimmed and NFC-normalised.
 * References are only read here; `validate.ts` looks them up.
 */
export function cellReader(column: ColumnSpec): CellReader {
  const read = READERS[column.kind](column);
  return (raw) => {
    if (isEmpty(raw)) return column.optional ? null : failure("row-missing-value", { column: column.name });
    return read(raw);
  };
}

const isEmpty = (raw: unknown): boolean =>
  raw === undefined || raw === null || (typeof raw === "string" && (raw === "" || raw.trim() === ""));

const READERS: Readonly<Record<ColumnKind, (column: ColumnSpec) => CellReader>> = {
  id: textReader,
  text: textReader,
  ref: textReader,
  choice: choiceReader,
  date: dateReader,
  money: (column) =>
    numberReader(column, (value) => Math.abs(value) <= MONEY_LIMIT, {
      finish: (value) => fromMoneyUnits(toMoneyUnits(value)) + 0,
    }),
  number: (column) => numberReader(column, () => true),
  count: (column) =>
    numberReader(column, (value) => Number.isSafeInteger(value) && value >= 0, { expected: "0, 1, 2…" }),
  share: (column) => numberReader(column, (value) => value >= 0 && value <= 1, { expected: "0–1" }),
};

function textReader(column: ColumnSpec): CellReader {
  return (raw) => {
    const text = textOf(raw);
    if (text === undefined) return failure("row-bad-text", { column: column.name });
    if (text.length > TEXT_LIMIT)
      return failure("row-text-too-long", { column: column.name, length: text.length, limit: TEXT_LIMIT });
    return text;
  };
}

function textOf(raw: unknown): string | undefined {
  if (typeof raw === "string") return cleanText(raw);
  if (typeof raw === "number" || typeof raw === "bigint" || typeof raw === "boolean") return String(raw);
  return undefined;
}

function choiceReader(column: ColumnSpec): CellReader {
  const choices = column.choices ?? [];
  const known = new Set(choices);
  return (raw) => {
    if (typeof raw === "string") {
      if (known.has(raw)) return raw;
      const text = raw.trim().toLowerCase();
      if (known.has(text)) return text;
    }
    return failure("row-bad-choice", { ...shown(column, raw), possible: choices });
  };
}

function numberReader(
  column: ColumnSpec,
  accepts: (value: number) => boolean,
  rest: { expected?: string; finish?: (value: number) => number } = {},
): CellReader {
  return (raw) => {
    const value = typeof raw === "string" ? decimal(raw) : typeof raw === "bigint" ? Number(raw) : raw;
    if (typeof value === "number" && Number.isFinite(value) && accepts(value))
      return rest.finish ? rest.finish(value) : value + 0;
    return failure("row-bad-number", {
      ...shown(column, raw),
      ...(rest.expected && { expected: rest.expected }),
    });
  };
}

function decimal(text: string): number | undefined {
  const trimmed = text.trim();
  return DECIMAL.test(trimmed) ? Number(trimmed) : undefined;
}

function dateReader(column: ColumnSpec): CellReader {
  // A few thousand distinct days serve millions of rows.
  const seen = new Map<string, EpochDay>();
  return (raw) => {
    const cached = typeof raw === "string" ? seen.get(raw) : undefined;
    if (cached !== undefined) return cached;
    const day = dayFrom(raw);
    if (day === undefined || day < FIRST_DAY) return failure("row-bad-date", shown(column, raw));
    if (typeof raw === "string" && seen.size < DAY_CACHE_LIMIT) seen.set(raw, day);
    return day;
  };
}

function dayFrom(raw: unknown): EpochDay | undefined {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? undefined : dayOfMoment(raw.getTime());
  if (typeof raw !== "string") return undefined;
  const text = raw.trim();
  return parseIsoDay(ISO_DATE_TIME.exec(text)?.[1] ?? text);
}

function shown(column: ColumnSpec, raw: unknown): FailureParams {
  const text =
    raw instanceof Date || typeof raw !== "object" ? String(raw) : Array.isArray(raw) ? "[…]" : "{…}";
  return { column: column.name, value: cleanText(text).slice(0, SHOWN_VALUE_LENGTH) };
}
