import type { TableName } from "../sales/schema";
import type { Page } from "./page";

/**
 * What moved in a CRM since an earlier refresh. A row given again unchanged does no harm, a change left out does:
 * marks are taken on the CRM's own clock, before the first row is read, with a margin for its transactions.
 */
export interface ChangeFeed {
  /** The beginning of this refresh: what the next one gives as `since`. Opaque to everybody else. */
  readonly mark: string;
  /**
   * Rows of a table that were made or changed since a mark, and those that left it, page by page. A row counts as
   * changed when anything it is made of did: an order line with its order's date. Throws `source-changes-lost` when
   * the CRM no longer knows what happened since then: the refresh is then a full one.
   */
  list(
    table: TableName,
    since: string,
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<ChangesPage>;
  /**
   * The id of every row the table holds now, for CRMs that do not tell what left: whatever else the workbook has is
   * taken out. Absent where `list` names them all in `gone`.
   */
  presentIds?(table: TableName, signal: AbortSignal): Promise<readonly string[]>;
  /** True when rows may have left the table since a mark; where none has, the ids need not be listed. */
  mayHaveLost?(table: TableName, since: string, signal: AbortSignal): Promise<boolean>;
}

export interface ChangesPage extends Page {
  /** Ids of rows that are no more, or that no longer belong to the table (a cancelled order's lines). */
  readonly gone?: readonly string[];
}
