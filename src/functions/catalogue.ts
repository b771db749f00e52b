import type { KpiDefinition } from "../kpi";
import type { FunctionDeclaration } from "./declaration";
import { aspectFunctions } from "./declarations/aspects";
import { expliquer } from "./declarations/expliquer";
import { kpiFunction } from "./declarations/kpi";
import { maj } from "./declarations/maj";
import { periode } from "./declarations/periode";
import { pourquoi } from "./declarations/pourquoi";
import { tableau } from "./declarations/tableau";
import { tableFunctions } from "./declarations/tables";
import { valeur } from "./declarations/valeur";

/** The least length that Excel's naming guide asks of ids and names; shorter ones need a twin. */
const SHORTEST_NAME = 3;
const WELL_FORMED = /^[A-Z][A-Z0-9_.]*$/;
/** `CA2024` would be a cell on its own; Excel refuses such names. */
const CELL_ADDRESS = /^[A-Z]{1,3}[0-9]+$/;

export interface FunctionCatalogue {
  readonly declarations: readonly FunctionDeclaration[];
  /** Every name, twins included, and the declaration behind it. */
  readonly byName: ReadonlyMap<string, FunctionDeclaration>;
}

/** Every worksheet function: one per KPI, then those that take a KPI's id. Throws on an illegal or duplicate name. */
export function functionCatalogue(kpis: readonly KpiDefinition[]): FunctionCatalogue {
  const declarations = [
    ...kpis.map(kpiFunction),
    valeur,
    tableau,
    ...aspectFunctions,
    ...tableFunctions,
    expliquer,
    pourquoi,
    periode,
    maj,
  ];
  const byName = new Map<string, FunctionDeclaration>();
  for (const declaration of declarations) {
    for (const name of namesOf(declaration)) {
      if (!WELL_FORMED.test(name) || CELL_ADDRESS.test(name))
        throw new Error(`Illegal function name: ${name}`);
      if (byName.has(name)) throw new Error(`Duplicate function name: ${name}`);
      byName.set(name, declaration);
    }
    if (!namesOf(declaration).some((name) => name.length >= SHORTEST_NAME)) {
      throw new Error(`Function ${declaration.id} needs a longer twin`);
    }
  }
  return { declarations, byName };
}

/** The id, and its twin if it has one. */
export const namesOf = ({ id, longName }: FunctionDeclaration): readonly string[] =>
  longName === undefined ? [id] : [id, longName];
