import { EARLY_RULES, type EarlyRule } from "../../src/kpi/alerts/earlyRules";
import { DAYS_KEPT, MOST_CHANGES, MOST_STANDINGS } from "../../src/kpi/alerts/history";
import { LEAST_SHARE } from "../../src/kpi/alerts/observe";
import { AXES } from "../../src/kpi/dimensions";

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const decimal = (value: number): string => String(value).replace(".", ",");

/** The text of docs/kpi.md on alerts: the paragraphs under their heading, in Markdown and in French. */
export const alertSection = (): readonly string[] => [
  "À chaque actualisation, les niveaux sont relevés et comparés à ceux de l'actualisation précédente : pour chaque indicateur qui a un objectif, au total et pour chaque membre qui a le sien, sur le mois, le trimestre et l'année en cours (`M`, `T`, `A`), quelle que soit la cellule de période. Un indicateur qui n'a que des seuils absolus est suivi au total et pour le mois.",
  `Une période dont moins de ${percent(LEAST_SHARE)} des jours sont écoulés n'est pas encore jugée : une seule commande déciderait. Le niveau de la période précédente reste affiché jusque-là.`,
  "« Depuis le » est la date des données à laquelle ce niveau a été vu pour la première fois dans la période ; une nouvelle période recommence. Un changement n'est signalé que si le niveau diffère, d'une période à la suivante aussi. Un membre nouveau n'est signalé que s'il n'est pas à l'équilibre ; un objectif retiré l'est si le niveau était une alerte (« non suivi »). La première actualisation ne signale aucun changement.",
  "Ordre : Alerte avant Anticipation ; puis les alertes précoces ; puis ce qui vient de s'aggraver ; puis les montants, l'écart le plus grand d'abord ; puis le reste, par part de l'attendu. « Depuis lundi » compte à partir du lundi qui précède la date des données (un lundi : celui d'avant), toutes les étapes réunies.",
  `Le classeur garde au plus ${MOST_STANDINGS} niveaux, et ${MOST_CHANGES} changements de ${DAYS_KEPT} jours.`,
  "### Alertes précoces",
  "Sans objectif : un nombre récent inhabituel à côté de la moyenne du membre lui-même.",
  ...EARLY_RULES.map(earlyRuleLine),
];

const earlyRuleLine = (rule: EarlyRule): string =>
  `- **${rule.label.fr}** (${rule.kpi} par ${AXES[rule.axis].label.fr.toLowerCase()}) : les ${rule.windowDays} derniers jours contre la moyenne des ${rule.historyDays} jours d'avant (${rule.leastHistoryDays} au moins). Signalé à partir de ${rule.minimum}, si c'est au moins ${decimal(rule.factor)} fois l'habituel et au-delà de l'habituel de plus de ${rule.deviations} fois sa racine carrée (1 au moins) ; Alerte à partir de ${rule.alertFactor} fois l'habituel (1 au moins), Anticipation avant.`;
