import type { KpiDefinition, TableKpiDefinition } from "../definition";
import { BALANCEAGEE } from "./balanceagee";
import { CA } from "./ca";
import { CLIENTSACTIFS } from "./clientsactifs";
import { CLIENTSPERDUS } from "./clientsperdus";
import { COMMANDES } from "./commandes";
import { DSO } from "./dso";
import { ENCOURS } from "./encours";
import { ENCOURSECHU } from "./encoursechu";
import { ENTRANTS } from "./entrants";
import { LEADSCHAUDS } from "./leadschauds";
import { LEADSCREES } from "./leadscrees";
import { MARGE } from "./marge";
import { MONTANTCOMMANDES } from "./montantcommandes";
import { NOUVEAUXCLIENTS } from "./nouveauxclients";
import { OPPORTUNITES } from "./opportunites";
import { PANIERMOYEN } from "./paniermoyen";
import { PANIERWEB } from "./panierweb";
import { PIPE } from "./pipe";
import { PIPEBRUT } from "./pipebrut";
import { QUANTITE } from "./quantite";
import { RATIOVISITES } from "./ratiovisites";
import { RECLAMATIONS } from "./reclamations";
import { TAUXCLIC } from "./tauxclic";
import { TAUXMARGE } from "./tauxmarge";
import { TAUXOUVERTURE } from "./tauxouverture";
import { TAUXSIGNATURE } from "./tauxsignature";
import { TOPCLIENTS } from "./topclients";
import { VISITES } from "./visites";

/** Every KPI of kpi-semantics §4 whose answer is one number a cell, in the order help shows them. */
export const DEFINITIONS: readonly KpiDefinition[] = [
  CA,
  MARGE,
  TAUXMARGE,
  QUANTITE,
  CLIENTSACTIFS,
  NOUVEAUXCLIENTS,
  CLIENTSPERDUS,
  VISITES,
  RATIOVISITES,
  MONTANTCOMMANDES,
  COMMANDES,
  PANIERMOYEN,
  PIPE,
  PIPEBRUT,
  OPPORTUNITES,
  LEADSCHAUDS,
  TAUXSIGNATURE,
  ENCOURS,
  ENCOURSECHU,
  DSO,
  TAUXOUVERTURE,
  TAUXCLIC,
  PANIERWEB,
  ENTRANTS,
  RECLAMATIONS,
  LEADSCREES,
];

/** Those whose answer is a table. */
export const TABLE_DEFINITIONS: readonly TableKpiDefinition[] = [TOPCLIENTS, BALANCEAGEE];
