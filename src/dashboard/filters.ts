import { AXES, type DimensionId, type KpiDefinition } from "../kpi";
import type { Language, Text } from "../sales/text";

/** A cell that restricts every dashboard to one member of a dimension. */
export interface SheetFilter {
  readonly axis: DimensionId;
  /** The cell's workbook-wide name. */
  readonly name: string;
  /** The choice that means all of them: no filter. */
  readonly everything: Text;
  /** The note on figures that the cell does not filter, because their KPI lacks the dimension. */
  readonly unfiltered: Text;
  /** Marks a heading of such figures. */
  readonly mark: string;
}

/** In the order of their cells under the period. */
export const FILTERS: readonly SheetFilter[] = [
  {
    axis: "region",
    name: "Vigie_Region",
    everything: { fr: "Toutes", en: "All" },
    unfiltered: { fr: "toutes régions", en: "all regions" },
    mark: "*",
  },
  {
    axis: "commercial",
    name: "Vigie_Commercial",
    everything: { fr: "Tous", en: "All" },
    unfiltered: { fr: "tous commerciaux", en: "all salespeople" },
    mark: "†",
  },
];

/** The choice that means all members: the filter's word, or `*` where a member is really called that. */
export const everythingOf = (
  { everything }: SheetFilter,
  members: readonly string[],
  language: Language,
): string => (members.includes(everything[language]) ? "*" : everything[language]);

/** The part of a KPI that filters look at. */
export type Filtered = Pick<KpiDefinition, "dimensions">;

export const labelOf = ({ axis }: SheetFilter, language: Language): string => AXES[axis].label[language];

/** The filters that a KPI obeys; one without the dimension would refuse the filter's cell. */
export const filtersOf = ({ dimensions }: Filtered): readonly SheetFilter[] =>
  FILTERS.filter(({ axis }) => dimensions.includes(axis));

const missingOf = ({ dimensions }: Filtered): readonly SheetFilter[] =>
  FILTERS.filter(({ axis }) => !dimensions.includes(axis));

/** A heading, marked for each filter its figures do not obey; the sheet's legend explains the marks. */
export const headed = (label: string, kpi: Filtered): string =>
  [
    label,
    missingOf(kpi)
      .map(({ mark }) => mark)
      .join(""),
  ]
    .filter(Boolean)
    .join(" ");

/** The legend of the marks in these KPIs' headings, once a sheet; empty without marks. */
export function legendOf(kpis: readonly Filtered[], language: Language): string {
  const missing = FILTERS.filter((filter) => kpis.some((kpi) => missingOf(kpi).includes(filter)));
  return missing.map(({ mark, unfiltered }) => `${mark} ${unfiltered[language]}`).join("   ");
}
