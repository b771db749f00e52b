import { codeOf, defaultRegister, KPIS, type KpiDefinition, nearest, type RegisterEntry } from "../kpi";
import { cleanText } from "../sales/cleanText";
import { failed, failure, type Result, success } from "../sales/failure";
import { fold, foldName } from "../sales/fold";
import type { Language } from "../sales/text";
import { OWN_COLUMNS, ownAmong, ownCells, ownOf } from "./ownColumns";
import type { KeptReading } from "./parse";
import { readWords, textOf } from "./readers";
import type { RegisterCells, RegisteredKpi, RegisterField, RegisterValues } from "./registerValues";
import type { Cell, KeptColumn, KeptTable, ReadRow } from "./table";
import { BASES, BASIS_LABELS, limitCells, readBasis, readLimit, thresholdsFrom } from "./thresholds";

export const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ["oui", "non"],
  en: ["yes", "no"],
};
const YES = new Set(["oui", "o", "yes", "y", "vrai", "true", "x", "1"]);
const NO = new Set(["", "non", "n", "no", "faux", "false", "0"]);

const words = (fr: string, en: string, width: number) =>
  ({ caption: { fr, en }, width, read: readWords }) satisfies KeptColumn<RegisterField, string>;

const limit = (fr: string, en: string, width: number) =>
  ({
    caption: { fr, en },
    width,
    align: "center",
    format: ({ basis }) => (isValueBasis(basis) ? "#,##0.##" : "0%"),
    numberExample: "80 % · 1 200",
    read: readLimit,
  }) satisfies KeptColumn<RegisterField, number | undefined>;

/**
 * The sheet "Référentiel": why each KPI is followed, its thresholds, what is decided and by whom. What a missing
 * column would say is taken from `lastGood`, in force before, or from the product's own entries.
 */
export const registerTable = (
  lastGood: readonly RegisterEntry[] = [],
): KeptTable<RegisterValues, RegisterEntry> => ({
  ...REGISTER,
  missing: ({ kpi }) => {
    const found = readKpi(kpi);
    const id = found.ok ? found.value.id : codeOf(textOf(kpi));
    const entry = [...lastGood, ...defaultRegister("fr")].find((one) => one.kpi === id);
    return entry ? registerCells(entry, "fr") : {};
  },
});

export const REGISTER: KeptTable<RegisterValues, RegisterEntry> = {
  name: "Vigie_Referentiel",
  title: { fr: "Référentiel", en: "Register" },
  help: {
    fr: "À vous : une actualisation n'y touche jamais. Seuils : part de l'objectif (80 %) ou valeur de l'indicateur. « Affiché » décide de la Matinée, dans l'ordre des lignes.",
    en: "Yours: a refresh never touches it. Thresholds: share of the target (80 %) or the KPI's own value. “Shown” decides what Morning shows, in the order of the rows.",
  },
  columns: {
    kpi: { caption: { fr: "Indicateur", en: "KPI" }, width: 20, isRequired: true, read: readKpi },
    name: { ...words("Nom", "Name", 20), isOptional: true },
    shown: {
      caption: { fr: "Affiché", en: "Shown" },
      width: 9,
      list: (language) => YES_NO[language],
      read: readYes,
    },
    objective: words("Pourquoi on le suit", "Why it is followed", 28),
    targetSource: words("Source de l'objectif", "Source of the target", 20),
    basis: {
      caption: { fr: "Seuils en", en: "Thresholds in" },
      width: 13,
      list: (language) => BASES.map((basis) => BASIS_LABELS[basis][language]),
      read: readBasis,
    },
    anticipation: limit("Anticipation", "Anticipation", 12),
    alert: limit("Alerte", "Alert", 10),
    onEquilibre: words("Si Équilibre", "In Balance", 22),
    onAnticipation: words("Si Anticipation", "In Anticipation", 26),
    onAlerte: words("Si Alerte", "In Alert", 26),
    user: words("Qui décide", "Who decides", 20),
    ...OWN_COLUMNS,
  },
  invalid: "register-invalid",
  unique: {
    field: "kpi",
    failure: (kpi) => failure("register-twice", { kpi: (kpi as RegisteredKpi).id }),
  },
  among: (rows) => amongRows(rows),
  join: entryOf,
  write: registerCells,
  spareRows: 50,
  isWrapped: true,
  frozenColumns: 1,
};

/**
 * The entries in force, in the rows' order. A row with something wrong keeps what `lastGood` has of its KPI; a row
 * without KPI, with an unknown one or with one that has a row already counts for nothing.
 */
export function entriesInForce(
  { rows, places }: Pick<KeptReading<RegisterValues, RegisterEntry>, "rows" | "places">,
  lastGood: readonly RegisterEntry[],
): readonly RegisterEntry[] {
  if (!places) return lastGood;
  return rows.flatMap(({ values: { kpi }, value }) => {
    const entry = kpi && (value ?? lastGood.find((one) => one.kpi === kpi.id));
    return entry ? [entry] : [];
  });
}

/** Writes an entry's cells; default thresholds are written out. */
export function registerCells(entry: RegisterEntry, language: Language): Required<RegisterCells> {
  const kpi = KPIS.get(entry.kpi);
  const better = entry.own?.better ?? kpi?.better ?? "neither";
  const [yes, no] = YES_NO[language];
  return {
    kpi: entry.kpi,
    name: entry.own?.name ?? kpi?.label[language] ?? "",
    shown: entry.shown ? yes : no,
    objective: entry.objective,
    targetSource: entry.targetSource,
    ...limitCells(entry.thresholds, better, language),
    onEquilibre: entry.decisions.equilibre,
    onAnticipation: entry.decisions.anticipation,
    onAlerte: entry.decisions.alerte,
    user: entry.user,
    ...ownCells(entry.own, language),
  };
}

function entryOf(values: RegisterValues): ReadRow<RegisterField, RegisterEntry> {
  const { kpi, shown, objective, targetSource, user, onEquilibre, onAnticipation, onAlerte } = values;
  const thresholds = thresholdsFrom(values, kpi);
  if (!thresholds.ok) return { problems: [{ field: "alert", cause: thresholds.failure }] };
  const decisions = { equilibre: onEquilibre, anticipation: onAnticipation, alerte: onAlerte };
  const entry = {
    kpi: kpi.id,
    objective,
    targetSource,
    thresholds: thresholds.value,
    decisions,
    user,
    shown,
    ...(values.calculation !== "" && { own: ownOf(values) }),
  };
  return { value: entry, problems: [] };
}

const isValueBasis = (basis: Cell | undefined): boolean =>
  Object.values(BASIS_LABELS.value).includes(String(basis));

/** The same table, for rows among which these declare own indicators. */
function amongRows(rows: readonly RegisterCells[]): KeptTable<RegisterValues, RegisterEntry> {
  const own = ownAmong(rows);
  const { kpi, calculation, unit } = REGISTER.columns;
  return {
    ...REGISTER,
    columns: {
      ...REGISTER.columns,
      kpi: { ...kpi, read: (cell, row) => own.kpi(row) ?? readKpi(cell) },
      calculation: { ...calculation, read: own.calculation },
      unit: { ...unit, read: own.unit },
    },
  };
}

/** Reads a KPI by its id, its longer name or its label in either language. Fails with `kpi-unknown`. */
function readKpi(cell: Cell | undefined): Result<KpiDefinition> {
  const text = cleanText(String(cell ?? ""));
  const known = KPIS.find(text);
  if (known.ok) return known;
  const byLabel = KPIS.all.find(({ label }) => Object.values(label).map(foldName).includes(foldName(text)));
  if (byLabel) return success(byLabel);
  const labels = KPIS.all.flatMap(({ label }) => Object.values(label));
  const near = nearest(text, labels, fold);
  const meant = KPIS.all.find(({ label }) => label.fr === near || label.en === near);
  return meant && known.failure.params.nearest === undefined
    ? failed("kpi-unknown", { ...known.failure.params, nearest: meant.id })
    : known;
}

function readYes(cell: Cell | undefined): Result<boolean> {
  const word = fold(String(cell ?? ""));
  if (YES.has(word)) return success(true);
  return NO.has(word)
    ? success(false)
    : failed("row-bad-choice", { value: String(cell), possible: YES_NO.fr });
}
