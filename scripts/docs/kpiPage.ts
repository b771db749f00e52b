import { explainsInCell } from "../../src/formula";
import {
  cellError,
  type FunctionDeclaration,
  type FunctionParameter,
  functionCatalogue,
} from "../../src/functions";
import type { AxisId, KpiDefinition, Unit } from "../../src/kpi/definition";
import { AXES } from "../../src/kpi/dimensions";
import { PERIOD_EXAMPLES } from "../../src/kpi/period";
import { axesOf, KPIS } from "../../src/kpi/registry";
import { TIER_FACES, TIERS } from "../../src/kpi/tier";
import { FAILURE_CODES, failure } from "../../src/sales/failure";
import { alertSection } from "./alertSection";

const UNITS: Readonly<Record<Unit, string>> = {
  money: "€",
  percent: "%",
  count: "nombre",
  ratio: "rapport",
  days: "jours",
};

const BETTER: Readonly<Record<KpiDefinition["better"], string>> = { high: "haut", low: "bas", neither: "–" };

/** The reference of every indicator and function, in Markdown and in French, as docs/kpi.md holds it. */
export function kpiPage(): string {
  const { declarations } = functionCatalogue(KPIS.all);
  const kpis = new Set<string>(KPIS.all.map(({ id }) => id));
  return `${[
    "# Indicateurs et fonctions",
    "Cette page est produite à partir du code (`npx tsx scripts/docs.ts`) ; un test vérifie qu'elle est à jour.",
    "## Indicateurs",
    "`KPI.<indicateur>(axe; période; [membre]; [axe; membre]…)`. Un rapport d'un groupe est le rapport des sommes, jamais une moyenne de rapports.",
    table(["indicateur", "nom", "définition", "unité", "mieux", "axes"], KPIS.all.map(kpiRow)),
    "Une liste nomme les membres qui ont des lignes dans la période et ceux qui y ont un objectif, avec 0 (vide pour un rapport) : le commercial qui n'a rien vendu y est, avec son niveau. `KPI.EVOLUTION` ajoute à la fin ceux qui n'avaient une valeur qu'un an avant ; par mois, `KPI.OBJECTIF` donne aussi ceux à venir.",
    ...OWN_SECTION,
    "## Fonctions",
    ...declarations.filter(({ id }) => !kpis.has(id)).map(functionSection),
    "### Paramètres",
    table(["paramètre", "sens"], parameterRows(declarations)),
    "Un argument vide, un texte vide ou une cellule vide (ou 0) compte comme absent. Le membre `*` (ou `Toutes`, `Tous`) réunit tous les membres. Une fonction à deux colonnes sans membre à montrer rend deux cellules vides ; un rapport sans dénominateur est vide dans un tableau et `#DIV/0!` seul ; sans objectif, la cellule est vide.",
    "`KPI.MAJ()` est un numéro de jour d'Excel, avec l'heure de l'actualisation quand elle a eu lieu le jour même.",
    "## Périodes",
    `${PERIOD_EXAMPLES.map((example) => `\`${example}\``).join(", ")}, ou une date d'Excel. Un nombre de 1900 à 2199 est une année. Vide : toutes les données.`,
    "## Axes",
    table(["axe", "en anglais", "autres mots"], Object.entries(AXES).map(axisRow)),
    "Majuscules, accents et pluriels ne comptent pas.",
    "## Niveaux",
    TIERS.map((tier) => `${TIER_FACES[tier].sign} ${TIER_FACES[tier].label.fr}`).join(" · "),
    "## Alertes",
    ...alertSection(),
    "## Erreurs",
    table(["cellule", "phrase", "visible dans Excel"], errorRows()),
  ].join("\n\n")}\n`;
}

const OWN_SECTION = [
  "## Vos indicateurs",
  "Une ligne de la feuille « Référentiel » avec un code, un nom et un calcul est un indicateur de plus : `KPI.VALEUR`, `KPI.TABLEAU`, objectifs, niveaux, cartes de la Matinée, alertes, copies, `vigie --register`.",
  [
    ["TICKET", "CA / VISITES"],
    ["FRESH", "CA(produit=32 FreshAir)"],
    ["DISTANCE", "CA(canal=web|phone) / CA"],
    ["NET", "MARGE - 0,02 * CA(region=Nord; canal=web)"],
  ]
    .map(([code, calculation]) => `- \`${code}\` : \`${calculation}\``)
    .join("\n"),
  "Un calcul joint des indicateurs (les vôtres aussi) et des nombres par `+ - * /` et des parenthèses. Entre parenthèses, un filtre : `axe=membre`, `|` entre membres, `;` entre axes ; un membre qui contient `|`, `;` ou `\"` se met entre guillemets. Chaque terme est compté sur les lignes du groupe, puis vient le calcul : un total n'est jamais une somme de rapports. Un indicateur a les axes communs à tous ses termes ; son objectif est proratisé si ses termes sont des flux joints par `+` et `-` ou multipliés par des nombres. Une division par zéro est vide. Des montants et des nombres ne s'additionnent pas.",
  "Un calcul faux est refusé dans sa cellule, avec la place de la faute ; le dernier calcul juste reste en vigueur. Une copie pour un périmètre laisse de côté l'indicateur dont le calcul nomme un membre hors de ce périmètre, et le dit.",
] as const;

const kpiRow = (kpi: KpiDefinition): string[] => [
  [kpi.id, kpi.longName].filter((name) => name !== undefined).join(", "),
  kpi.label.fr,
  kpi.explanation.fr,
  UNITS[kpi.unit],
  BETTER[kpi.better],
  axesOf(kpi).join(", "),
];

const functionSection = (declaration: FunctionDeclaration): string =>
  [
    `### KPI.${declaration.id}`,
    declaration.description.fr,
    `\`KPI.${declaration.id}(${declaration.parameters.map(signature).join("; ")})\``,
    declaration.examples.map((example) => `- \`${example.replaceAll(",", ";")}\``).join("\n"),
  ].join("\n\n");

const signature = ({ name, required, into }: FunctionParameter): string => {
  if (into === "filters") return "[axe; membre]…";
  return required ? name.fr : `[${name.fr}]`;
};

const parameterRows = (declarations: readonly FunctionDeclaration[]): string[][] => {
  const parameters = new Map(
    declarations.flatMap(({ parameters }) => parameters.map((one) => [one.name.fr, one])),
  );
  return Array.from(parameters.values(), ({ name, description }) => [name.fr, description.fr]);
};

const axisRow = ([axis, { label, synonyms }]: [string, (typeof AXES)[AxisId]]): string[] => [
  axis,
  label.en,
  synonyms.join(", "),
];

/** The failures that a question can get for an answer, their blanks shown as "…". */
const errorRows = (): string[][] =>
  FAILURE_CODES.filter(explainsInCell).map((code) => {
    const { code: shown, message } = cellError(failure(code), "fr");
    return [`\`${shown}\``, message, shown === "#VALUE!" || shown === "#N/A" ? "oui" : "non"];
  });

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
