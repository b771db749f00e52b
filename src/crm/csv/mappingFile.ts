import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { TABLE_NAMES, TABLES } from "../../sales/schema";
import type { CsvFile } from "./file";

export const MAPPING_FILE = "vigie-mapping.json";
export const SOURCE_TABLES = [...TABLE_NAMES, "targets"] as const;
/** A table a CSV file can fill. */
export type SourceTable = (typeof SOURCE_TABLES)[number];

const TARGET_COLUMNS = ["kpi", "dimension", "member", "period", "value"];

/** The columns a file of that table may have: those of the schema, and `currency` where there is money. */
export function columnsOf(table: SourceTable): readonly string[] {
  if (table === "targets") return TARGET_COLUMNS;
  const columns = TABLES[table].columns;
  const money = columns.some(({ kind }) => kind === "money");
  return [...columns.map(({ name }) => name), ...(money ? ["currency"] : [])];
}

const ENTRY = z.strictObject({
  file: z.string().min(1).optional(),
  columns: z.record(z.string(), z.string()).optional(),
});
const MAPPING = z
  .strictObject({
    ...(Object.fromEntries(SOURCE_TABLES.map((table) => [table, ENTRY.optional()])) as Record<
      SourceTable,
      z.ZodOptional<typeof ENTRY>
    >),
    currencies: z
      .strictObject({ reporting: z.string().length(3), rates: z.record(z.string(), z.number().positive()) })
      .optional(),
  })
  .superRefine((mapping, context) => {
    for (const table of SOURCE_TABLES)
      for (const column of Object.keys(mapping[table]?.columns ?? {}))
        if (!columnsOf(table).includes(column))
          context.addIssue({ code: "custom", path: [table, "columns", column], message: "unknown column" });
  });

/**
 * What `vigie-mapping.json` says: per table its file and, per column of ours, the heading in that file; and rates
 * of currencies. An empty heading means that no heading fills the column. For example `{"order_lines": {"file": "export.csv", "columns": {"revenue": "Montant net"}}}`.
 */
export type Mapping = z.infer<typeof MAPPING>;

/** Reads the mapping file. Throws FailureError `mapping-invalid`, naming the place. */
export function parseMapping({ bytes }: CsvFile): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new FailureError(failure("mapping-invalid", { reason: "JSON" }));
  }
  const parsed = MAPPING.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const reason = [issue?.path.join("."), issue?.message].filter(Boolean).join(": ");
  throw new FailureError(failure("mapping-invalid", { reason }));
}
