import { type Note, note } from "../../../sales/note";
import type { TableName } from "../../../sales/schema";
import type { Understanding } from "../understand";
import type { DecimalMark } from "../values/numbers";
import type { BoundColumn } from "./boundColumns";
import type { DateOrders } from "./cellReaders";

interface Guesses {
  readonly mark: DecimalMark;
  readonly orders: DateOrders;
  /** True when a column called status holds states of documents. */
  readonly isStateUsed: boolean;
}

/** Decisions about the columns of a sheet, one note a decision. */
export function* columnNotes(
  { sheet, table: source, unused, entry }: Understanding,
  columns: readonly BoundColumn[],
  { mark, orders, isStateUsed }: Guesses,
): Generator<Note> {
  const table = source === "targets" ? undefined : (source as TableName);
  const file = sheet.name;
  for (const column of columns) {
    const { field, heading, profile } = column;
    const place = { file, heading, column: field.name };
    const rivals = differing(column);
    if (rivals.length > 0) yield note("column-chosen", { ...place, others: rivals }, table);
    if (profile.dates?.isOpen && !entry.dates) yield* dateNotes(column, orders, place, table);
    if (profile.numbers?.undecided && !entry.decimals && !columns.some((each) => each.profile.numbers?.mark))
      yield note("decimals-guessed", { ...place, mark }, table);
    if (profile.numbers?.saysGross) yield note("column-gross", place, table);
    if (field.kind === "share" && profile.numbers && isShareDoubtful(column))
      yield note("column-share-guessed", place, table);
    if (
      field.name === "gross" &&
      !columns.some((each) => each.field.name === "revenue" || each.field.name === "tax")
    )
      yield note("column-gross", place, table);
    if ((field.kind === "id" || field.kind === "ref") && profile.scientific > 0)
      yield note("ids-scientific", { ...place, count: profile.scientific }, table);
  }
  const rivals = new Set(columns.flatMap((column) => column.rivals.map((rival) => rival.heading)));
  const left = sheet.headings.filter((heading) => {
    const isState = columns.some((column) => column.heading === heading && column.field.name === "state");
    return (unused.includes(heading) && !rivals.has(heading)) || (isState && !isStateUsed);
  });
  if (left.length > 0) yield note("column-unused", { file, headings: left }, table);
}

/** Headings whose cells differ from those that were taken: the figures depend on the choice. */
const differing = ({ profile, rivals }: BoundColumn): string[] =>
  rivals
    .filter((rival) => rival.profile.filled > 0 && rival.profile.checksum !== profile.checksum)
    .map(({ heading }) => heading);

function* dateNotes(
  { heading, profile }: BoundColumn,
  orders: DateOrders,
  place: Note["params"],
  table: TableName | undefined,
): Generator<Note> {
  const order = orders.get(heading) ?? "dmy";
  const count = profile.dates?.contradicting(order) ?? 0;
  if (count > 0) yield note("dates-contradicting", { ...place, order, count }, table);
  else if (profile.dates?.proved === undefined) yield note("dates-guessed", { ...place, order }, table);
}

/** Zeros and ones under a heading in percent may be either. */
const isShareDoubtful = ({ heading, profile }: BoundColumn): boolean =>
  heading.includes("%") === (profile.numbers?.areShares ?? false) && !profile.numbers?.showsPercent;
