import {
  presentCells,
  REGISTER,
  type RegisterCells,
  type RegisterField,
  readFields,
  readRow,
  registerCells,
} from "../../../kept";
import { KPIS, type RegisterEntry } from "../../../kpi";
import type { Language } from "../../../sales/text";

const FILLED = readFields(REGISTER);

/** The form's values, as a person types them into the sheet's cells. */
export type Typed = Readonly<Record<RegisterField, string>>;

/** An entry as its cells would show it: shares in percent, numbers with the language's decimal mark. */
export function typedOf(entry: RegisterEntry, language: Language): Typed {
  const cells = registerCells(entry, language);
  const { alertValue, anticipationValue } = entry.thresholds;
  const isValue = alertValue !== undefined || anticipationValue !== undefined;
  const shown = (cell: string | number): string => {
    if (typeof cell === "string") return cell;
    const number = String(isValue ? cell : Number((cell * 100).toPrecision(12)));
    return `${language === "fr" ? number.replace(".", ",") : number}${isValue ? "" : " %"}`;
  };
  return Object.fromEntries(FILLED.map((field) => [field, shown(cells[field])])) as Typed;
}

/** The form as a row of the register beside the others: read and judged exactly as the sheet's rows are. */
export function readAmong(
  typed: Typed,
  entries: readonly RegisterEntry[],
  language: Language,
  isNew = false,
) {
  const row: RegisterCells = presentCells(typed);
  const others = isNew ? entries : entries.filter(({ kpi }) => kpi !== typed.kpi);
  const rows = others.map((entry): RegisterCells => presentCells(registerCells(entry, language)));
  const table = REGISTER.among?.([...rows, row]) ?? REGISTER;
  const taken = rows.flatMap((other) => {
    const kpi = table.columns.kpi.read?.(other.kpi, other);
    return kpi?.ok ? [kpi.value] : [];
  });
  return readRow(table, row, new Set<unknown>(taken));
}

/** An own indicator before anything is typed. */
export const NEW_ENTRY: RegisterEntry = {
  kpi: "",
  objective: "",
  targetSource: "",
  thresholds: {},
  decisions: { equilibre: "", anticipation: "", alerte: "" },
  user: "",
  shown: true,
  own: { name: "", better: "high", calculation: "" },
};

/** An entry's KPI as people call it. */
export const nameOf = ({ kpi, own }: RegisterEntry, language: Language): string =>
  own?.name || (KPIS.get(kpi)?.label[language] ?? kpi);

/** The fields in which two entries differ, as cells show them. */
export function changedFields(before: RegisterEntry, now: RegisterEntry | undefined, language: Language) {
  const was = typedOf(before, language);
  const is = now && typedOf(now, language);
  return FILLED.filter(
    (field): field is Exclude<RegisterField, "kpi"> => field !== "kpi" && was[field] !== is?.[field],
  ).map((field) => ({ field, value: was[field] }));
}
