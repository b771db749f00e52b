import { TableBuilder } from "./builder";
import type { TableName } from "./schema";
import type { RejectedRow, TableEndFrame, TableFrame } from "./stream";
import type { Table } from "./tables";

/** What moved in one table since an earlier refresh. */
export interface TableChanges {
  readonly table: TableName;
  /** Rows made or changed, their references not checked. */
  readonly rows: Table;
  readonly gone: ReadonlySet<string>;
  /** All ids there are, where the source does not tell what left. */
  readonly present?: ReadonlySet<string>;
  readonly rejectedCount: number;
  /** Rows that could not be taken; all of them unless there are more than REJECTED_SAMPLE. */
  readonly rejected: readonly RejectedRow[];
}

/** Gathers changes table by table from frames that a FrameChecker has passed. */
export class ChangesCollector {
  readonly tables: TableChanges[] = [];
  private rows: TableBuilder | undefined;
  private gone = new Set<string>();
  private present: Set<string> | undefined;

  take(frame: TableFrame): void {
    switch (frame.type) {
      case "table":
        this.rows = new TableBuilder(frame.table);
        this.gone = new Set();
        this.present = undefined;
        break;
      case "chunk":
        this.rows?.append(frame.rows, frame.columns);
        break;
      case "gone":
        for (const id of frame.ids) this.gone.add(id);
        break;
      case "present":
        this.present ??= new Set();
        for (const id of frame.ids) this.present.add(id);
        break;
      case "table-end":
        this.close(frame);
    }
  }

  private close({ table, rejectedCount, rejected }: TableEndFrame): void {
    const { gone, present } = this;
    const rows = (this.rows ?? new TableBuilder(table)).finish();
    this.tables.push({ table, rows, gone, ...(present && { present }), rejectedCount, rejected });
    this.rows = undefined;
  }
}
