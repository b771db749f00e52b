/** Texts of the task pane, French. The English ones (`pane.en.ts`) must have the same keys. */
export const paneFr = {
  title: "Vigie",
  connect: "Se connecter",
  refresh: "Actualiser",
  stop: "Arrêter",
  retry: "Réessayer",
  dataAsOf: "Données au {{date}}",
  noData: "Aucune donnée dans ce classeur",
} as const;
