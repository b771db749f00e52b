import { salesData, TableBuilder } from "../../sales/builder";
import { FailureError, failure, type Result } from "../../sales/failure";
import { TABLE_NAMES, type TableName } from "../../sales/schema";
import type { SalesData } from "../../sales/tables";
import { rangeOf } from "../office/ranges";
import { inWorkbook, type Session, type SessionOptions } from "../office/session";
import { damaged } from "./damaged";
import { TableDecoder } from "./decode";
import { cacheGeneration } from "./generationCache";
import { readJournal } from "./journal";
import { type Generation, SCHEMA_VERSION } from "./meta";
import { REQUEST_BYTES } from "./requestSize";
import { type Snapshot, takeSnapshot } from "./snapshot";

/** A rectangle to read: rows of one table that were written together. */
interface Piece {
  readonly table: TableName;
  readonly sheetId: string;
  /** Sheet row; row 0 holds the headings. */
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
  readonly bytes: number;
}

/**
 * Reads the data that a workbook carries, in pieces of about four megabytes, and checks it against the counts and
 * checksums written with it. Needs no connection. Undefined when there is none yet. Fails with `workbook-damaged` when
 * sheets are missing or were changed by hand, `workbook-newer-schema`.
 */
export const load = (options: SessionOptions = {}): Promise<Result<SalesData | undefined>> =>
  inWorkbook(async (session) => {
    const snapshot = await takeSnapshot(session);
    const generation = snapshot.meta?.generation;
    if (!generation) {
      // Tables without a meta sheet that says which are in force: somebody deleted it.
      if (!snapshot.meta && snapshot.slotSheets.length > 0) throw damaged("vigie.meta");
      return undefined;
    }
    if (generation.schema > SCHEMA_VERSION)
      throw new FailureError(
        failure("workbook-newer-schema", { found: generation.schema, known: SCHEMA_VERSION }),
      );
    return readTables(session, snapshot, generation);
  }, options);

/**
 * The tables of the generation in force, as its sheets hold them together with what its journal still has for them.
 * Throws FailureError `workbook-damaged`.
 */
export async function readTables(
  session: Session,
  snapshot: Snapshot,
  generation: Generation,
): Promise<SalesData> {
  const patched = await readJournal(session, snapshot, generation);
  const unmark = snapshot.meta?.unmark ?? ((text: string) => text);
  const builders = new Map<TableName, TableBuilder>();
  const decoders = new Map<TableName, TableDecoder>();
  for (const table of TABLE_NAMES) {
    const stored = generation.tables[table];
    if (!stored) continue;
    builders.set(table, new TableBuilder(table));
    decoders.set(table, new TableDecoder(table, stored, generation.schema, unmark));
  }
  for (const request of packed(planPieces(snapshot, generation))) {
    const ranges = request.map(({ sheetId, row, rows, columns }) => {
      const sheet = session.workbook.worksheets.getItem(sheetId);
      return rangeOf(sheet, { row, column: 0, rows, columns }).load("values");
    });
    await session.sync();
    request.forEach(({ table, row }, index) => {
      const cells = patched(table, row, ranges[index]!.values);
      const decoder = decoders.get(table)!;
      if (row === 0 && !decoder.headingsMatch(cells[0] ?? [])) throw damaged(table);
      const rows = row === 0 ? cells.slice(1) : cells;
      builders.get(table)!.append(rows.length, decoder.decode(rows));
    });
  }
  for (const [table, decoder] of decoders) if (!decoder.isWhole()) throw damaged(table);
  const tables = Array.from(builders.values(), (builder) => builder.finish());
  const data = salesData(generation.provenance, tables);
  cacheGeneration(generation.id, data);
  return data;
}

function planPieces(snapshot: Snapshot, generation: Generation): Piece[] {
  return TABLE_NAMES.flatMap((table) => {
    const stored = generation.tables[table];
    if (!stored) return [];
    const sheetId = snapshot.sheetOf(stored.slot, table);
    if (!sheetId) throw damaged(table);
    let row = 0;
    return stored.pieces.map(({ rows, bytes }) => {
      const first = row;
      row += first === 0 ? rows + 1 : rows;
      return { table, sheetId, row: first, rows: row - first, columns: stored.columns.length, bytes };
    });
  });
}

/** Pieces gathered into requests that stay under the limit. */
function packed(pieces: readonly Piece[]): Piece[][] {
  const requests: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    if (requests.length === 0 || piece.bytes > room) {
      requests.push([]);
      room = REQUEST_BYTES;
    }
    requests.at(-1)!.push(piece);
    room -= piece.bytes;
  }
  return requests;
}
