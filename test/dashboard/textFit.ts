import type { CellStyle, PlannedCell, SheetPlan } from "../../src/dashboard/plan";
import type { Scalar } from "../../src/formula";
import type { PlanAnswers } from "../../src/xlsx/answerPlan";
import ARIAL from "./arial.json";

const PIXELS_PER_POINT = 96 / 72;
/** Excel's own space at both sides of a cell's text, and a step of indent. */
const PADDING = 5;
const INDENT = 9;
/** Two texts nearer than this touch for the eye. */
const APART = 6;
/** Characters that Arial lacks come from another font: blocks as wide as DejaVu's, others up to one em. */
const FOREIGN = 1000;
const BLOCK = 770;
/** The narrow space between thousands. */
const NARROW_SPACE = 333;

const faces: Readonly<Record<"regular" | "bold", Readonly<Record<string, number>>>> = ARIAL;

/** Pixels of a text in Arial. */
export function textWidth(text: string, { size = 10, bold = false }: CellStyle): number {
  const face = bold ? faces.bold : faces.regular;
  const thousandths = [...text].reduce((sum, character) => sum + (face[character] ?? foreign(character)), 0);
  return (thousandths / 1000) * size * PIXELS_PER_POINT;
}

function foreign(character: string): number {
  if (character === "\u202f") return NARROW_SPACE;
  return /[▀-▟┃]/.test(character) ? BLOCK : FOREIGN;
}

/** A number in one of the dashboards' formats, as French Excel shows it. */
export function formattedNumber(value: number, format: string): string {
  const sections = format.split(";");
  const conditional = sections.find((section) => {
    const limit = /^\[>=(\d+)\]/.exec(section)?.[1];
    return limit !== undefined && value >= Number(limit);
  });
  const plain = sections.filter((section) => !section.startsWith("["));
  const bySign = plain.length === 1 ? plain[0] : value > 0 ? plain[0] : value < 0 ? plain[1] : plain[2];
  const section = (conditional ?? bySign ?? "0").replace(/^\[[^\]]*\]/, "");
  const isSigned = plain.length > 1 && value < 0 && conditional === undefined;
  const digits = /[#0][#0,.]*/.exec(section)?.[0] ?? "0";
  const decimals = /\.(0+)/.exec(digits)?.[1]?.length ?? 0;
  const scaled = value / 1000 ** (/(,+)$/.exec(digits)?.[1]?.length ?? 0);
  const shown = (isSigned ? Math.abs(scaled) : scaled) * (section.includes("%") ? 100 : 1);
  const number = shown.toLocaleString("fr-FR", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: digits.includes("#,##"),
  });
  return section.replace(digits, number).replaceAll('"', "");
}

export interface Fault {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly needs: number;
  readonly has: number;
}

/** Every text and number a sheet shows, measured: the number of them, and those that do not fit. */
export function measured(plan: SheetPlan, answers: PlanAnswers): { count: number; faults: Fault[] } {
  const styles = new Map(plan.cells.map((cell) => [key(cell.row, cell.column), cell.style ?? {}]));
  const shown = new Map<string, Scalar>();
  for (const cell of plan.cells) put(shown, cell, answers);
  const faults: Fault[] = [];
  let count = 0;
  for (const [place, value] of shown) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    const style = styles.get(place) ?? {};
    if (value === null || value === "" || typeof value === "boolean" || style.wrap || column === 0) continue;
    count += 1;
    const text = typeof value === "number" ? formattedNumber(value, style.numberFormat ?? "0") : value;
    const needs = textWidth(text, style) + PADDING + INDENT * (style.indent ?? 0);
    const has = roomOf(plan, shown, row, column, typeof value === "number", style);
    if (needs > has) faults.push({ sheet: plan.name, row, column, text, needs: Math.round(needs), has });
  }
  return { count, faults };
}

const key = (row: number, column: number): string => `${row},${column}`;

function put(shown: Map<string, Scalar>, { row, column, content }: PlannedCell, answers: PlanAnswers): void {
  if (content.kind === "text") shown.set(key(row, column), content.text);
  if (content.kind === "number") shown.set(key(row, column), content.value);
  if (content.kind !== "formula") return;
  const answer = answers.get(key(row, column));
  if (!answer || "error" in answer) return;
  for (const [down, line] of answer.values.entries())
    for (const [right, value] of line.entries()) shown.set(key(row + down, column + right), value);
}

/** Pixels of a cell; a text goes on over empty neighbours, up to a little before the next one's text. */
function roomOf(
  { columnWidths, merges }: SheetPlan,
  shown: ReadonlyMap<string, Scalar>,
  row: number,
  column: number,
  isNumber: boolean,
  { align = isNumber ? "right" : "left" }: CellStyle,
): number {
  const pixels = (at: number): number => Math.trunc((columnWidths[at] ?? 10) * 7 + 5);
  const merge = merges.find((one) => one.row === row && one.column === column);
  const columns = merge?.columns ?? 1;
  let room = Array.from({ length: columns }, (_, index) => pixels(column + index)).reduce((a, b) => a + b, 0);
  if (isNumber || merge || align === "center") return room;
  const step = align === "right" ? -1 : 1;
  const isFree = (at: number): boolean =>
    columnWidths[at] !== undefined && [null, "", undefined].includes(shown.get(key(row, at)) as null);
  let at = column + step;
  for (; isFree(at) && at > 0; at += step) room += pixels(at);
  return columnWidths[at] === undefined ? room + 400 : room - (APART - PADDING / 2);
}
