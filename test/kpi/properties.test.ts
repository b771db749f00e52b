import fc from "fast-check";
import { createCalculator, type KpiCalculator } from "../../src/kpi/engine";
import { KPIS } from "../../src/kpi/registry";
import type { Query } from "../../src/kpi/source";
import { ORACLE_DATA_DATE } from "./oracle";
import { randomRows } from "./randomSales";
import { type Rows, salesOf } from "./sales";

const engineOver = (rows: Rows) => createCalculator(salesOf(rows, ORACLE_DATA_DATE));
const total = (engine: KpiCalculator, query: Omit<Query, "filters"> & Partial<Query>) => {
  const answer = engine.total({ filters: [], ...query });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};
const anyKpi = fc.constantFrom(...KPIS.all);
const anyPeriod = fc.constantFrom("", "2023", "2024-Q1", "2023-10", "12M", "2023-02..2024-W03");

describe("whatever the rows", () => {
  test("sums and counts of rows over the members of an axis make their total, to the last decimal", () =>
    fc.assert(
      fc.property(
        randomRows,
        fc.constantFrom(
          ...KPIS.all.filter(
            ({ value }) => value.kind === "count" || (value.kind === "sum" && !value.weightedBy),
          ),
        ),
        anyPeriod,
        (rows, kpi, period) => {
          const engine = engineOver(rows);
          for (const axis of [...kpi.dimensions, "mois", "semaine"]) {
            const list = engine.list({ kpi: kpi.id, axis, period, filters: [] });
            if (!list.ok) throw new Error(list.failure.code);
            const units = list.value.reduce(
              (sum, { answer }) => sum + Math.round(Number(answer) * 10_000),
              0,
            );
            expect(units).toBe(Math.round(Number(total(engine, { kpi: kpi.id, period })) * 10_000));
          }
        },
      ),
      { numRuns: 60 },
    ));

  test("the order of the rows does not matter", () =>
    fc.assert(
      fc.property(
        randomRows.chain((rows) =>
          fc.record({
            rows: fc.constant(rows),
            lines: fc.shuffledSubarray([...(rows.order_lines ?? [])], {
              minLength: rows.order_lines?.length ?? 0,
            }),
            deals: fc.shuffledSubarray([...(rows.opportunities ?? [])], {
              minLength: rows.opportunities?.length ?? 0,
            }),
          }),
        ),
        anyPeriod,
        ({ rows, lines, deals }, period) => {
          const engine = engineOver(rows);
          const shuffled = engineOver({ ...rows, order_lines: lines, opportunities: deals });
          for (const { id } of KPIS.all)
            expect(total(shuffled, { kpi: id, period })).toBe(total(engine, { kpi: id, period }));
        },
      ),
      { numRuns: 40 },
    ));

  test("filters commute with each other and with the axis", () =>
    fc.assert(
      fc.property(randomRows, anyKpi, anyPeriod, (rows, kpi, period) => {
        const engine = engineOver(rows);
        const [first, second] = kpi.dimensions;
        if (!first || !second) return;
        const one = { axis: first, member: firstMember(engine, first) };
        const other = { axis: second, member: firstMember(engine, second) };
        const query = { kpi: kpi.id, period };
        const expected = total(engine, { ...query, filters: [one, other] });
        expect(total(engine, { ...query, filters: [other, one] })).toBe(expected);
        expect(total(engine, { ...query, ...one, filters: [other] })).toBe(expected);
        expect(total(engine, { ...query, ...other, filters: [one] })).toBe(expected);
      }),
      { numRuns: 60 },
    ));

  test("a member's number is the same in a list, in a pivot and alone", () =>
    fc.assert(
      fc.property(randomRows, anyKpi, anyPeriod, (rows, kpi, period) => {
        const engine = engineOver(rows);
        const axis = kpi.dimensions[0] ?? "annee";
        const pivot = engine.pivot({ kpi: kpi.id, rows: axis, columns: "trimestre", period, filters: [] });
        const list = engine.list({ kpi: kpi.id, axis, period, filters: [] });
        if (!pivot.ok || !list.ok) throw new Error("refused");
        expect(list.value.map(({ answer }) => answer)).toEqual(pivot.value.rowTotals);
        pivot.value.rowMembers.forEach((member, row) => {
          expect(total(engine, { kpi: kpi.id, axis, member, period })).toBe(pivot.value.rowTotals[row]);
          pivot.value.columnMembers.forEach((quarter, column) => {
            const filters = [{ axis: "trimestre", member: quarter }];
            expect(total(engine, { kpi: kpi.id, axis, member, period, filters })).toBe(
              pivot.value.cells[row]?.[column],
            );
          });
        });
        expect(pivot.value.grandTotal).toBe(total(engine, { kpi: kpi.id, period }));
      }),
      { numRuns: 40 },
    ));

  test("the rows behind a sum add up to it", () =>
    fc.assert(
      fc.property(
        randomRows,
        fc.constantFrom("CA", "MONTANTCOMMANDES", "MARGE", "ENCOURS", "PIPEBRUT"),
        anyPeriod,
        (rows, kpi, period) => {
          const engine = engineOver(rows);
          const detail = engine.detail({ kpi, period, filters: [] }, 1_000);
          if (!detail.ok) throw new Error(detail.failure.code);
          const money = {
            CA: "Montant HT",
            MONTANTCOMMANDES: "Montant HT",
            MARGE: "Marge",
            ENCOURS: "Reste dû",
            PIPEBRUT: "Montant",
          }[kpi];
          const column = detail.value.headings.findLastIndex(({ fr }) => fr === money);
          const units = detail.value.rows.reduce(
            (sum, row) => sum + Math.round(Number(row[column]) * 10_000),
            0,
          );
          expect(units).toBe(Math.round(Number(total(engine, { kpi, period })) * 10_000));
        },
      ),
      { numRuns: 40 },
    ));

  test("a period without rows is 0, or empty for a ratio", () =>
    fc.assert(
      fc.property(randomRows, anyKpi, (rows, kpi) => {
        const answer = total(engineOver(rows), { kpi: kpi.id, period: "1999" });
        if (kpi.id !== "DSO") expect(answer).toBe(kpi.value.kind === "ratio" ? null : 0);
      }),
      { numRuns: 40 },
    ));
});

function firstMember(engine: KpiCalculator, axis: string): string {
  const members = engine.members(axis);
  return members.ok ? (members.value[0] ?? "") : "";
}
