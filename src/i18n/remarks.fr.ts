/** Texts of the pane's page "Remarques sur les données", French. */
export const remarksFr = {
  heading: "Remarques sur les données",
  intro: "Ce que la source a supposé, laissé de côté ou ne donne pas, lors de l'actualisation du {{moment}}.",
  look: "À regarder ({{count}})",
  aside: "Lignes mises de côté : {{rows}}",
  asideHint: "Elles ne comptent dans aucun chiffre. Corrigez-les dans la source, puis actualisez.",
  reason: "{{times}} × {{reason}}",
  otherReasons: "Et {{rows}} autres lignes",
  lacks: "Ce que la source ne donne pas",
  told: "Pour information ({{count}})",
  kpis: "Indicateurs concernés : {{kpis}}",
  leftOut: "Et {{count}} autres remarques : la ligne de commande `vigie check` les montre toutes.",
  download: "Télécharger toutes ces lignes (CSV)",
  downloading: "Lecture de la source…",
  downloadConnect: "Connectez-vous à la source pour télécharger toutes ces lignes.",
  downloadMac:
    "Excel pour Mac n'enregistre pas depuis ce volet : téléchargez ces lignes dans Excel pour le web.",
  none: "Rien à signaler : la source n'a rien supposé ni laissé de côté.",
  back: "Retour",
  file: "lignes-mises-de-cote.csv",
  columns: { table: "Table", origin: "Place", id: "Identifiant", column: "Colonne", reason: "Raison" },
} as const;
