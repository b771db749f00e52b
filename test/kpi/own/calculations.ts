import fc from "fast-check";
import type { KpiCalculator } from "../../../src/kpi/engine";
import { KPIS } from "../../../src/kpi/registry";
import type { OracleTerm } from "../oracle";

/** A calculation as a person types it, and the same in SQL over the figures t0, t1… of its terms. */
export interface RandomCalculation {
  readonly text: string;
  readonly sql: string;
  readonly terms: readonly OracleTerm[];
}

type Tree =
  | { readonly term: OracleTerm }
  | { readonly number: number }
  | { readonly operator: string; readonly left: Tree; readonly right: Tree };

const AMOUNTS = [
  "CA",
  "MARGE",
  "MONTANTCOMMANDES",
  "PANIERMOYEN",
  "PIPE",
  "PIPEBRUT",
  "ENCOURS",
  "ENCOURSECHU",
];
const NUMBERS = [
  "QUANTITE",
  "TAUXMARGE",
  "CLIENTSACTIFS",
  "NOUVEAUXCLIENTS",
  "CLIENTSPERDUS",
  "VISITES",
  "COMMANDES",
  "OPPORTUNITES",
  "TAUXSIGNATURE",
  "LEADSCREES",
  "LEADSCHAUDS",
  "ENTRANTS",
  "RECLAMATIONS",
];
const DEEPEST = 3;

/** Terms are amounts or numbers; only what adds up is added. */
function trees(
  termOf: (kpi: string) => fc.Arbitrary<OracleTerm>,
  isAmount: boolean,
  depth: number,
): fc.Arbitrary<Tree> {
  const term = fc.constantFrom(...(isAmount ? AMOUNTS : NUMBERS)).chain(termOf);
  const leaf: fc.Arbitrary<Tree> = term.map((one) => ({ term: one }));
  if (depth === DEEPEST) return leaf;
  const amount = trees(termOf, true, depth + 1);
  const number = trees(termOf, false, depth + 1);
  const same = isAmount ? amount : number;
  const constant = fc.integer({ min: 1, max: 400 }).map((hundredths): Tree => ({ number: hundredths / 100 }));
  const joined = (operators: readonly string[], left: fc.Arbitrary<Tree>, right: fc.Arbitrary<Tree>) =>
    fc.record({ operator: fc.constantFrom(...operators), left, right });
  const choices: fc.Arbitrary<Tree>[] = [
    leaf,
    joined(["+", "-"], same, same),
    joined(["+", "-"], same, constant),
    joined(["*"], constant, same),
    joined(["*", "/"], same, constant),
    joined(["*", "/"], same, number),
  ];
  return fc.oneof(...choices, ...(isAmount ? [] : [joined(["/"], amount, amount)]));
}

/** Calculations whose filters name members of the data. */
export function randomCalculations(engine: KpiCalculator): fc.Arbitrary<RandomCalculation> {
  const membersOf = (axis: string): readonly string[] => {
    const members = engine.members(axis);
    return members.ok ? members.value : [];
  };
  const filtersOf = (kpi: string): fc.Arbitrary<OracleTerm["filters"]> => {
    const axes = (KPIS.get(kpi)?.dimensions ?? []).filter((axis) => membersOf(axis).length > 0);
    if (axes.length === 0) return fc.constant([]);
    const filter = fc
      .constantFrom(...axes)
      .chain((axis) =>
        fc.tuple(
          fc.constant(axis),
          fc.uniqueArray(fc.constantFrom(...membersOf(axis)), { minLength: 1, maxLength: 2 }),
        ),
      );
    return fc.uniqueArray(filter, { maxLength: 2, selector: ([axis]) => axis });
  };
  const termOf = (kpi: string) => filtersOf(kpi).map((filters): OracleTerm => ({ kpi, filters }));
  return fc
    .boolean()
    .chain((isAmount) => trees(termOf, isAmount, 0))
    .map(written);
}

function written(tree: Tree): RandomCalculation {
  const terms: OracleTerm[] = [];
  const write = (node: Tree): { text: string; sql: string } => {
    if ("number" in node)
      return { text: String(node.number).replace(".", ","), sql: `CAST(${node.number} AS DOUBLE)` };
    if ("term" in node) {
      terms.push(node.term);
      return { text: typed(node.term), sql: `t${terms.length - 1}` };
    }
    const left = write(node.left);
    const right = write(node.right);
    const divisor = node.operator === "/" ? `nullif(${right.sql}, 0)` : right.sql;
    return {
      text: `(${left.text} ${node.operator} ${right.text})`,
      sql: `(${left.sql} ${node.operator} ${divisor})`,
    };
  };
  return { ...write(tree), terms };
}

const typed = ({ kpi, filters }: OracleTerm): string =>
  filters.length === 0
    ? kpi
    : `${kpi}(${filters.map(([axis, members]) => `${axis}=${members.join("|")}`).join("; ")})`;
