import { axesOf, KPIS, parseAxis, parsePeriod } from "../../kpi";
import { address } from "../../sales/a1";
import { formatIsoDay, fromExcelSerial, isYearNumber } from "../../sales/calendar";
import { type Failure, failed, failure, type Result, success } from "../../sales/failure";
import type { Target } from "../../sales/targets";
import { columnPlaces } from "./columns";

/** A row of the sheet that is no target, with the cell that is wrong. */
export interface TargetProblem {
  /** `Objectifs!D7` */
  readonly address: string;
  /** `target-invalid` {row}. */
  readonly failure: Failure;
  /** What is wrong about the cell, in its own words. */
  readonly cause: Failure;
}

export interface TargetReading {
  readonly targets: readonly Target[];
  /** Sheet row of each target, from 1 as Excel shows it: for what the engine finds wrong later. */
  readonly rows: readonly number[];
  readonly problems: readonly TargetProblem[];
}

/** The cells of the targets' table, or of the sheet that holds them; `row` and `column` are its first cell's. */
export interface TargetCells {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
}

/** Cells, headings first (rows above them are passed over) → targets and problems. Empty rows do not count. */
export function parseTargets({ sheetName, row, column, values }: TargetCells): TargetReading {
  const headingRow = values.findIndex((cells) => columnPlaces(cells));
  const at = (line: number, place: number) => `${sheetName}!${address(row + line, column + place)}`;
  if (headingRow < 0) {
    const cause = failure("file-missing-columns", {
      columns: ["Indicateur", "Axe", "Membre", "Période", "Objectif"],
    });
    return {
      targets: [],
      rows: [],
      problems: [{ address: at(0, 0), failure: failure("target-invalid"), cause }],
    };
  }
  const places = columnPlaces(values[headingRow]!)!;
  const targets: Target[] = [];
  const rows: number[] = [];
  const problems: TargetProblem[] = [];
  for (const [line, cells] of values.entries()) {
    if (line <= headingRow || Object.values(places).every((place) => isBlank(cells[place]))) continue;
    const raw: Raw = (field) => cells[places[field]];
    const sheetRow = row + line + 1;
    const wrong = firstWrong(raw);
    if (wrong)
      problems.push({
        address: at(line, places[wrong.field]),
        failure: failure("target-invalid", { row: sheetRow }),
        cause: wrong.cause,
      });
    else {
      targets.push({
        kpi: text(raw("kpi")),
        dimension: text(raw("dimension")),
        member: text(raw("member")),
        period: periodText(raw("period")),
        value: raw("value") as number,
      });
      rows.push(sheetRow);
    }
  }
  return { targets, rows, problems };
}

type Raw = (field: keyof Target) => unknown;

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || text(cell) === "";
const text = (cell: unknown): string => String(cell ?? "").trim();

/** A year typed as a number stays a year; a date cell means its day. */
function periodText(cell: unknown): string {
  if (typeof cell !== "number") return text(cell);
  return isYearNumber(cell) ? String(cell) : formatIsoDay(fromExcelSerial(cell));
}

/** Whether a syntax is right does not depend on the day. */
const ANY_DAY = { dataDate: 0, fiscalFirstMonth: 1 };

/** One check a field, in the order in which a person reads the row. */
const CHECKS: readonly (readonly [keyof Target, (raw: Raw) => Result<unknown>])[] = [
  ["kpi", (raw) => KPIS.find(text(raw("kpi")))],
  ["dimension", checkDimension],
  ["member", checkMember],
  ["period", (raw) => parsePeriod(periodText(raw("period")), ANY_DAY)],
  ["value", checkValue],
];

function firstWrong(raw: Raw): { readonly field: keyof Target; readonly cause: Failure } | undefined {
  for (const [field, check] of CHECKS) {
    const outcome = check(raw);
    if (!outcome.ok) return { field, cause: outcome.failure };
  }
  return undefined;
}

function checkDimension(raw: Raw): Result<unknown> {
  const dimension = text(raw("dimension"));
  if (dimension === "") return success(undefined);
  const axis = parseAxis(dimension);
  const kpi = KPIS.find(text(raw("kpi")));
  if (!axis.ok || !kpi.ok) return axis;
  const possible = axesOf(kpi.value);
  return possible.includes(axis.value)
    ? axis
    : failed("dimension-not-available", { kpi: kpi.value.id, dimension, possible });
}

function checkMember(raw: Raw): Result<unknown> {
  const given = text(raw("member")) !== "";
  const wanted = text(raw("dimension")) !== "";
  return given === wanted
    ? success(undefined)
    : failed("row-missing-value", { column: wanted ? "Membre" : "Axe" });
}

function checkValue(raw: Raw): Result<unknown> {
  const value = raw("value");
  if (isBlank(value)) return failed("row-missing-value", { column: "Objectif" });
  return typeof value === "number" ? success(value) : failed("row-bad-number", { value: text(value) });
}
