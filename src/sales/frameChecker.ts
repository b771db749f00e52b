import { FAILURE_CODES, type FailureCode } from "./failure";
import { NOTES } from "./note";
import { TABLE_NAMES, TABLES, type TableName } from "./schema";
import { LONGEST_MARK, type RefreshFrame, type RefreshMode } from "./stream";

type Shape = Readonly<Record<string, unknown>>;
type FrameType = RefreshFrame["type"];

/**
 * Checks that received frames are a refresh: known frames in a possible order, every chunk with every column at its
 * announced length, tables and total with the counts they announce.
 */
export class FrameChecker {
  private started = false;
  private changesOnly = false;
  private open: { table: TableName; rows: number } | undefined;
  private totalRows = 0;

  /** The frame; undefined when it is malformed or does not fit the frames before it. */
  check(parsed: unknown): RefreshFrame | undefined {
    if (typeof parsed !== "object" || parsed === null) return undefined;
    const frame = parsed as Shape;
    const rule = Object.hasOwn(this.rules, String(frame.type))
      ? this.rules[frame.type as FrameType]
      : undefined;
    return rule?.(frame) ? (parsed as RefreshFrame) : undefined;
  }

  private readonly rules: Readonly<Partial<Record<FrameType, (frame: Shape) => boolean>>> = {
    start: (frame) => {
      if (this.started) return false;
      this.started = true;
      this.changesOnly = frame.mode === "changes";
      const named = isText(frame.source) && isText(frame.sourceLabel) && Number.isInteger(frame.dataDate);
      const reasoned = frame.fullBecause === undefined || isFailureShape(frame.fullBecause);
      return (
        named &&
        reasoned &&
        [undefined, "full", "changes"].includes(frame.mode as RefreshMode | undefined) &&
        (frame.fixedSettings === undefined || isSettingsShape(frame.fixedSettings)) &&
        (frame.lacks === undefined || (Array.isArray(frame.lacks) && frame.lacks.every(isLackShape))) &&
        Array.isArray(frame.tables) &&
        frame.tables.every(isTable)
      );
    },
    table: (frame) => {
      if (!this.started || this.open || !isTable(frame.table)) return false;
      this.open = { table: frame.table, rows: 0 };
      return true;
    },
    chunk: (frame) => {
      const { open } = this;
      if (!open || frame.table !== open.table || !isCount(frame.rows)) return false;
      open.rows += frame.rows;
      const columns = frame.columns as Shape | undefined;
      return TABLES[open.table].columns.every(({ name }) => {
        const values = columns?.[name];
        return Array.isArray(values) && values.length === frame.rows;
      });
    },
    gone: (frame) => this.areIds(frame),
    present: (frame) => this.areIds(frame),
    "table-end": (frame) => {
      const { open } = this;
      if (!open || frame.table !== open.table || frame.rows !== open.rows) return false;
      this.totalRows += open.rows;
      this.open = undefined;
      return isCount(frame.rejectedCount) && Array.isArray(frame.rejected);
    },
    notes: (frame) =>
      this.started && !this.open && Array.isArray(frame.notes) && frame.notes.every(isNoteShape),
    targets: (frame) => this.started && !this.open && Array.isArray(frame.targets),
    end: (frame) =>
      this.started &&
      !this.open &&
      frame.totalRows === this.totalRows &&
      isText(frame.refreshedAt) &&
      (frame.mark === undefined || (isText(frame.mark) && frame.mark.length <= LONGEST_MARK)),
    error: (frame) => isFailureShape(frame.failure),
  };

  private areIds({ table, ids }: Shape): boolean {
    return this.changesOnly && this.open?.table === table && Array.isArray(ids) && ids.every(isText);
  }
}

const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isTable = (value: unknown): value is TableName => TABLE_NAMES.includes(value as TableName);

function isFailureShape(value: unknown): boolean {
  const { code, params } = (value ?? {}) as Shape;
  return FAILURE_CODES.includes(code as FailureCode) && typeof params === "object" && params !== null;
}

function isNoteShape(value: unknown): boolean {
  const { code, params } = (value ?? {}) as Shape;
  return isText(code) && Object.hasOwn(NOTES, code) && typeof params === "object" && params !== null;
}

const isSettingsShape = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((each) => isText(each) || Number.isFinite(each));

function isLackShape(value: unknown): boolean {
  const { fr, en, missing } = (value ?? {}) as Shape;
  return isText(fr) && isText(en) && (missing === undefined || Array.isArray(missing));
}
