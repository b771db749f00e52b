import {
  CA,
  KPIS,
  type KpiDefinition,
  type KpiRegistry,
  type RegisterEntry,
  shownOf,
  TIERS,
  type Tier,
} from "../../kpi";
import { oneLine } from "../../sales/fold";
import type { Text } from "../../sales/text";
import { isMeant } from "../blocks/aspects";
import type { AlertsBlock, Band, ComparedColumn, SheetDeclaration, TileCard } from "../declaration";
import { head } from "./page";

const MORNING: Text = { fr: "Matinée", en: "Morning" };

/** Five cards of two columns, a gap between two. */
const COLUMNS = [14, 14, 1.5, 14, 14, 1.5, 14, 14, 1.5, 14, 14, 1.5, 14, 14];

const CARDS_A_ROW = 5;
const HALVES = Array<readonly [number, number]>(CARDS_A_ROW).fill([1, 1]);
/** The columns that are no gaps, less the months' own. */
const MOST_TRENDS = 9;

/** Characters in two lines, the room of a card's last row. */
const LONGEST_DECISION = 62;
const LONGEST_USER = 30;

/** Full months that the trends show. */
const TREND_MONTHS = 12;

const NOTHING_SHOWN: Text = {
  fr: "Aucun indicateur affiché : choisissez-les dans la feuille « Référentiel »",
  en: "No KPI is shown: choose them in the sheet “Register”",
};

const NEEDED: AlertsBlock = {
  kind: "alerts",
  list: "open",
  most: 6,
  title: { fr: "Ce qui demande une décision", en: "What needs a decision" },
};

const CHANGED: AlertsBlock = {
  kind: "alerts",
  list: "monday",
  most: 5,
  title: { fr: "Ce qui a changé depuis lundi", en: "What changed since Monday" },
};

interface Shown {
  readonly kpi: KpiDefinition;
  readonly entry: RegisterEntry;
}

/** The 8:30 page: is something to be decided today? Only KPIs that someone decides by, in the register's order. */
export function morningSheet(
  register: readonly RegisterEntry[],
  registry: KpiRegistry = KPIS,
): SheetDeclaration {
  const shown = shownOf(register).flatMap((entry): readonly Shown[] => {
    const kpi = registry.find(entry.kpi);
    return kpi.ok ? [{ kpi: kpi.value, entry }] : [];
  });
  return {
    id: "morning",
    name: MORNING,
    columns: COLUMNS,
    bands: [
      head(MORNING, COLUMNS),
      wide(NEEDED),
      ...Array.from({ length: Math.ceil(shown.length / CARDS_A_ROW) }, (_, row) =>
        cards(shown.slice(row * CARDS_A_ROW, (row + 1) * CARDS_A_ROW)),
      ),
      wide(CHANGED),
      {
        ...(shown.length > 0 && { isUnprinted: true }),
        ...wide({
          kind: "comparison",
          id: "trends",
          title:
            shown.length > 0 ? { fr: `${TREND_MONTHS} mois`, en: `${TREND_MONTHS} months` } : NOTHING_SHOWN,
          axis: "mois",
          period: `${TREND_MONTHS}M`,
          // Every month in which the company worked.
          listed: CA,
          columns: trendsOf(shown),
        }),
      },
    ],
  };
}

const wide = (block: Band["blocks"][number]["block"]): Band => ({
  blocks: [{ column: 0, columns: COLUMNS.length, block }],
});

const cards = (shown: readonly Shown[]): Band =>
  wide({ kind: "tiles", cards: shown.map(cardOf), halves: HALVES, trends: "trends", advised: true });

const cardOf = ({ kpi, entry }: Shown): TileCard => ({
  kpi,
  advice: adviceOf(entry),
  ...(kpi.cardName && { label: kpi.cardName }),
});

/** By tier: the decision and who takes it, in the few words a card has room for. */
const adviceOf = ({ decisions, user }: RegisterEntry): Readonly<Record<Tier, string>> =>
  Object.fromEntries(
    TIERS.map((tier) => [
      tier,
      [clipped(decisions[tier], LONGEST_DECISION), clipped(user, LONGEST_USER)].filter(Boolean).join(" · "),
    ]),
  ) as Record<Tier, string>;

/** One line; cut at a word where it is too long. */
function clipped(text: string, longest: number): string {
  const line = oneLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  return `${space > longest / 2 ? cut.slice(0, space) : cut}…`;
}

/** The KPIs that grow with time, as far as there is room; revenue where none is shown. */
function trendsOf(shown: readonly Shown[]): readonly [ComparedColumn, ...ComparedColumn[]] {
  const [first, ...others] = shown
    .filter(({ kpi }) => isMeant("evolution", kpi))
    .slice(0, MOST_TRENDS)
    .map(({ kpi }): ComparedColumn => column(kpi));
  return [first ?? column(CA), ...others];
}

const column = (kpi: KpiDefinition): ComparedColumn => ({ kpi, label: kpi.columnName ?? kpi.label });
