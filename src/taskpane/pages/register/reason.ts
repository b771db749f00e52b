import { REGISTER_COLUMNS, YES_NO } from "../../../dashboard/sheets/register";
import { sentence } from "../../../i18n";
import { BASES, BASIS_LABELS } from "../../../kpi";
import type { Failure } from "../../../sales/failure";
import type { Language } from "../../../sales/text";

/** Allowed entries and headings, in the reader's own language. */
const WORDS = new Map(
  [
    ...REGISTER_COLUMNS.map(({ caption }) => caption),
    ...BASES.map((basis) => BASIS_LABELS[basis]),
    ...YES_NO.fr.map((fr, index) => ({ fr, en: YES_NO.en[index]! })),
  ].map((words) => [words.fr, words]),
);

/** Explains the fault of a register's cell. */
export const registerReason = ({ code, params }: Failure, language: Language): string =>
  sentence(
    {
      code,
      params: Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.map((word) => WORDS.get(String(word))?.[language] ?? word) : value,
        ]),
      ),
    },
    language,
  );
