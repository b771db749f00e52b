import type { CellContent, SheetPlan } from "../../dashboard";
import { Checksum } from "../../sales/checksum";
import type { Rectangle } from "../../sales/rectangle";
import { cellKey } from "./rectangles";

/** A digest of the cells Vigie wrote into a dashboard. A cell that differs from it was edited by hand. */
export interface Baseline {
  /** Row and column (`cellKey`) → the checksum of its content. */
  readonly checksums: ReadonlyMap<string, string>;
  /** The ranges of spilled answers and of input cells: contents there are never an edit. */
  readonly freeRanges: readonly Rectangle[];
}

export function baselineOf({ cells }: SheetPlan): Baseline {
  const checksums = new Map<string, string>();
  const freeRanges: Rectangle[] = [];
  for (const { row, column, content, input } of cells) {
    if (input) freeRanges.push({ row, column, rows: 1, columns: 1 });
    else if (content.kind !== "empty") checksums.set(cellKey(row, column), checksumOf(contentOf(content)));
    if (content.kind === "formula" && content.spill) freeRanges.push({ row, column, ...content.spill });
  }
  return { checksums, freeRanges };
}

const contentOf = (content: Exclude<CellContent, { kind: "empty" }>): string | number =>
  content.kind === "text" ? content.text : content.kind === "number" ? content.value : content.formula;

/**
 * The checksum of a cell's content. Excel may return a formula in other case, with spaces or with `@`: no edit, so they
 * are ignored.
 */
export function checksumOf(content: unknown): string {
  const text = String(content);
  const checksum = new Checksum(1);
  checksum.add(0, text.startsWith("=") ? text.replace(/[\s@]/g, "").toUpperCase() : text);
  return checksum.digest();
}

/**
 * Longest text kept in one cell, which holds 32,767 characters; a dashboard of some hundred cells takes a tenth of it.
 */
const MOST_TEXT = 32_000;

/** `row:column=checksum` for the cells, `row,column,rows,columns` for the free ranges; empty when it would not fit. */
export function textOf({ checksums, freeRanges }: Baseline): string {
  const cells = Array.from(checksums, ([key, checksum]) => `${key}=${checksum}`).join(" ");
  const areas = freeRanges
    .map(({ row, column, rows, columns }) => [row, column, rows, columns].join())
    .join(" ");
  const text = `${cells}|${areas}`;
  return text.length <= MOST_TEXT ? text : "";
}

/** Undefined when the text is not ours; the sheet then counts as unedited. */
export function readBaseline(text: string): Baseline | undefined {
  const [cells, areas, ...rest] = text.split("|");
  if (!cells || areas === undefined || rest.length > 0) return undefined;
  const checksums = cells.split(" ").map((cell) => cell.split("=") as [string, string]);
  const freeRanges = areas.split(" ").flatMap((area) => {
    const [row, column, rows, columns] = area.split(",").map(Number);
    return [row, column, rows, columns].every(Number.isInteger)
      ? [{ row, column, rows, columns } as Rectangle]
      : [];
  });
  return { checksums: new Map(checksums), freeRanges };
}
