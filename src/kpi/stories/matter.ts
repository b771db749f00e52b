/** KPIs that move with another: an alert of theirs beside one of it, on the same member, is the same matter. */
const MOVES_WITH: Readonly<Record<string, string>> = {
  MARGE: "CA",
  MONTANTCOMMANDES: "CA",
  COMMANDES: "CA",
  QUANTITE: "CA",
  PIPEBRUT: "PIPE",
  OPPORTUNITES: "PIPE",
  ENCOURSECHU: "ENCOURS",
  DSO: "ENCOURS",
  LEADSCREES: "LEADSCHAUDS",
  RATIOVISITES: "VISITES",
};

/** Id of the KPI that stands for a matter. */
export const matterOf = (kpi: string): string => MOVES_WITH[kpi] ?? kpi;
