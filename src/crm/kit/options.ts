import { z } from "zod";
import { dayOf, type EpochDay, parseIsoDay } from "../../sales/calendar";
import { FailureError, failure } from "../../sales/failure";

/** Options of a connection that came from a person or a command line: checked, or `configuration-invalid`. */
export function parseOptions<T>(schema: z.ZodType<T>, options: unknown): T {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new FailureError(
    failure("configuration-invalid", {
      setting: issue?.path.join(".") ?? "",
      expected: issue?.message ?? "",
    }),
  );
}

/** The option `dataDate`: `2026-11-23` → epoch day. Absent or empty: today, as the machine's clock has it. */
export const dataDateOption = z
  .string()
  .optional()
  .transform((text, context): EpochDay => {
    if (text === undefined || text.trim() === "") return today();
    const day = parseIsoDay(text.trim());
    if (day !== undefined) return day;
    context.addIssue({ code: "custom", message: "YYYY-MM-DD" });
    return z.NEVER;
  });

function today(): EpochDay {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
