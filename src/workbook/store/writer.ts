import { FailureError, failure } from "../../sales/failure";
import { TABLES, type TableName } from "../../sales/schema";
import type { ColumnChunk } from "../../sales/tables";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { type Block, MAX_ROWS, type TableEncoder, writeBlock, writeValues } from "./block";
import { askGuard, syncLocked } from "./fence";
import { isOwn, lostTo } from "./lock";
import { LOCK, lockRenewal, type StoredTable } from "./meta";
import { tableName } from "./names";
import { REQUEST_BYTES } from "./requestSize";
import { writeMeta } from "./snapshot";
import type { StagedTable, Staging } from "./staging";

/** A slow source still shows a sign of life this often, well before its lock is taken for stale. */
const RENEW_AFTER_MS = 2 * 60_000;

/** A step of the next request; steps run in order. */
type Step =
  | { readonly kind: "block"; readonly block: Block }
  | { readonly kind: "journal"; readonly block: Block; readonly targets: readonly number[] }
  | { readonly kind: "table"; readonly table: TableName; readonly rows: number };

/** Writes a generation onto its staging, table after table, in requests of about four megabytes. */
export class GenerationWriter {
  readonly tables: Partial<Record<TableName, StoredTable>> = {};
  private steps: Step[] = [];
  private bytes = 0;
  private journalRows = 0;
  private sentAt = Date.now();

  constructor(
    private readonly session: Session,
    private readonly staging: Staging,
  ) {}

  /** Adds rows to the table `encoder` stands for; sends a request whenever enough is waiting. */
  async append(encoder: TableEncoder, rows: number, chunk: ColumnChunk): Promise<void> {
    if (encoder.rows + rows > MAX_ROWS)
      throw new FailureError(
        failure("workbook-too-large", { table: encoder.table, rows: encoder.rows + rows, limit: MAX_ROWS }),
      );
    for (let row = 0; row < rows; row++) {
      this.bytes += encoder.addRow(chunk, row);
      if (this.bytes >= REQUEST_BYTES) await this.send(encoder);
    }
    if (Date.now() - this.sentAt > RENEW_AFTER_MS) await this.send(encoder);
  }

  /** The table is complete: its range becomes an Excel table once its last rows are written. */
  finishTable(encoder: TableEncoder): void {
    this.cut(encoder);
    const { table, rows } = encoder;
    // Excel wants one row under the headings, even if it is empty.
    this.steps.push({ kind: "table", table, rows: Math.max(rows, 1) });
    this.tables[table] = { ...encoder.stored(), slot: this.staged(table).slot };
  }

  /** Notes rows in the journal, each with the sheet row it is for; answers where they stand there. */
  note(block: Block, targets: readonly number[]): NonNullable<StoredTable["patch"]> {
    const row = this.journalRows;
    if (targets.length > 0) this.steps.push({ kind: "journal", block: { ...block, row }, targets });
    this.bytes += block.bytes;
    this.journalRows += block.cells.length;
    return { row, rows: block.cells.length };
  }

  /** Sends what is waiting. Fails with `workbook-locked` or `workbook-taken-over` when somebody took the lock meanwhile. */
  async send(encoder?: TableEncoder): Promise<void> {
    if (encoder) this.cut(encoder);
    const { worksheets } = this.session.workbook;
    askGuard(this.session, this.staging.lockSheetId);
    const meta = worksheets.getItem(this.staging.metaSheetId);
    const lock = rangeOf(meta, LOCK);
    lock.load("values");
    writeMeta(meta, lockRenewal(new Date().toISOString()));
    for (const step of this.steps) this.take(step);
    this.steps = [];
    this.bytes = 0;
    await syncLocked(this.session, this.staging.user);
    this.sentAt = Date.now();
    const [holder = "", user = "", since = "", renewed = ""] = lock.values.map((row) => String(row[0]));
    const found = { holder, user, since, renewed };
    if (!isOwn(found)) throw new FailureError(lostTo(found, this.staging.user));
  }

  private cut(encoder: TableEncoder): void {
    const block = encoder.cut();
    if (block) this.steps.push({ kind: "block", block });
  }

  private take(step: Step): void {
    const { worksheets } = this.session.workbook;
    if (step.kind === "journal") {
      const sheet = worksheets.getItem(this.staging.journal!.sheetId);
      writeValues(sheet, { row: step.block.row, cells: step.targets.map((target) => [target]) });
      writeBlock(sheet, step.block, 1);
      return;
    }
    const table = step.kind === "block" ? step.block.table : step.table;
    const { slot, sheetId } = this.staged(table);
    const sheet = worksheets.getItem(sheetId);
    if (step.kind === "block") {
      writeBlock(sheet, step.block);
      return;
    }
    const columns = TABLES[table].columns.length;
    const range = rangeOf(sheet, { row: 0, column: 0, rows: step.rows + 1, columns });
    sheet.tables.add(range, true).name = tableName(slot, table);
  }

  private staged(table: TableName): StagedTable {
    const staged = this.staging.tables[table];
    if (!staged) throw new RangeError(`${table} has no sheet on this staging`);
    return staged;
  }
}
