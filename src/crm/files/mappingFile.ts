import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { fieldsOf, SOURCE_TABLES, type SourceTable } from "./columns/fields";
import type { InputFile } from "./inputs/file";
import { DATE_ORDERS } from "./values/dates";

export const MAPPING_FILE = "vigie-mapping.json";

const ENTRY = z.strictObject({
  file: z.string().min(1).optional(),
  files: z.array(z.string().min(1)).optional(),
  columns: z.record(z.string(), z.string()).optional(),
  constants: z.record(z.string(), z.string()).optional(),
  states: z.record(z.string(), z.boolean()).optional(),
  dates: z.enum(DATE_ORDERS).optional(),
  decimals: z.enum([",", "."]).optional(),
});

const MAPPING = z
  .strictObject({
    ...(Object.fromEntries(SOURCE_TABLES.map((table) => [table, ENTRY.optional()])) as Record<
      SourceTable,
      z.ZodOptional<typeof ENTRY>
    >),
    ignored: z.array(z.string()).optional(),
    currencies: z
      .strictObject({ reporting: z.string().length(3), rates: z.record(z.string(), z.number().positive()) })
      .optional(),
  })
  .superRefine((mapping, context) => {
    for (const table of SOURCE_TABLES) {
      const known = new Set(fieldsOf(table).map(({ name }) => name));
      for (const part of ["columns", "constants"] as const)
        for (const field of Object.keys(mapping[table]?.[part] ?? {}))
          if (!known.has(field))
            context.addIssue({ code: "custom", path: [table, part, field], message: "unknown column" });
    }
  });

/**
 * What `vigie-mapping.json` says, per table: its files (`ventes.xlsx › 2024` for one sheet); per field the heading that
 * fills it ("" for none), or one value for all rows (`constants`); which states count; the order of day and month and
 * the decimal mark where the file leaves them open. Beside: sheets to ignore, and rates of currencies. For example
 * `{"order_lines": {"file": "export.csv", "columns": {"revenue": "Montant net"}, "constants": {"channel": "store"}}}`.
 */
export type Mapping = z.infer<typeof MAPPING>;
export type MappingEntry = z.infer<typeof ENTRY>;

/** The files that an entry names, lower case. */
export const filesOf = (entry: MappingEntry | undefined): readonly string[] =>
  [...(entry?.file ? [entry.file] : []), ...(entry?.files ?? [])].map((file) => file.toLowerCase());

/** Reads the mapping file. Throws FailureError `mapping-invalid`, naming the place. */
export function parseMapping({ bytes }: InputFile): Mapping {
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

/** Puts what a person just chose over what the mapping file says. */
export function mergeMappings(base: Mapping, chosen: Mapping): Mapping {
  const merged = { ...base, ...chosen };
  for (const table of SOURCE_TABLES) {
    const [under, over] = [base[table], chosen[table]];
    if (under && over)
      merged[table] = {
        ...under,
        ...over,
        columns: { ...under.columns, ...over.columns },
        constants: { ...under.constants, ...over.constants },
        states: { ...under.states, ...over.states },
      };
  }
  return merged;
}
