import { connectors } from "../../../src/crm/connectors";
import { kpisNeeding } from "../../../src/kpi/needs";
import { KPIS } from "../../../src/kpi/registry";
import { TABLE_NAMES } from "../../../src/sales/schema";

const KPI_IDS = [...KPIS.all, ...KPIS.tables].map(({ id }) => id);
/** Sources of the person's own making say what they lack once they are opened. */
const declared = connectors.filter(({ declaration }) => !["csv", "demo"].includes(declaration.id));

describe.each(declared.map(({ declaration }) => [declaration.id, declaration] as const))(
  "what %s lacks",
  (_, { tables, lacks }) => {
    test("names no KPI by hand: a new one would be left out", () => {
      for (const { fr, en } of lacks)
        for (const id of KPI_IDS) expect(`${fr} ${en}`).not.toMatch(new RegExp(`\\b${id}\\b`));
    });

    test("tells every table that is never filled and that a KPI needs", () => {
      const told = lacks.flatMap(({ missing = [] }) => missing.map(({ table }) => table));
      const empty = TABLE_NAMES.filter((table) => !tables.includes(table) && kpisNeeding(table).length > 0);
      expect(told).toEqual(expect.arrayContaining(empty));
    });
  },
);
