import type { z } from "zod";
import { failure } from "../sales/failure";
import type { RawRow } from "../sales/rawRow";
import type { Page } from "./page";

/** The rows of raw records. A record of another shape than promised is set aside; the others are kept. */
export function recordRows<Shape extends z.ZodType>(
  records: readonly unknown[],
  shape: Shape,
  row: (record: z.output<Shape>) => RawRow["values"],
  originOf: (record: unknown) => string,
): Required<Pick<Page, "rows" | "rejected">> {
  const rows: RawRow[] = [];
  const rejected: NonNullable<Page["rejected"]>[number][] = [];
  for (const record of records) {
    const parsed = shape.safeParse(record);
    const origin = originOf(record);
    if (parsed.success) rows.push({ values: row(parsed.data), origin });
    else {
      const field = parsed.error.issues[0]?.path.join(".").slice(0, 60) ?? "";
      rejected.push({ origin, failure: failure("row-unreadable", { field }) });
    }
  }
  return { rows, rejected };
}
