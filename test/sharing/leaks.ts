import type { DataScope } from "../../src/kpi/scope/resolve";
import { TELLING_COMPANY, TELLING_TARGETS } from "../cli/tellingCompany";
import type { Row } from "../kpi/sales";
import { expected } from "../kpi/scope/expected";

/** What only others have: names and ids, and amounts, by what the rows say. */
function foreign(scope: DataScope) {
  const own = expected(TELLING_COMPANY, scope);
  // A customer's own salesperson is no business of a reader whose rows do not name him.
  const customers = own.customers.map(({ salesperson_id: _, ...row }) => row);
  const inRegion = ({ region }: Row) => scope.regions?.includes(String(region));
  const members = new Set([
    ...(scope.regions ?? []),
    ...(scope.salespeople ?? own.salespeople.filter(inRegion).map(({ id }) => id)),
  ]);
  const targets = (kept: (member: string) => boolean): Row[] =>
    TELLING_TARGETS.filter(({ member }) => kept(String(member))).map(
      ({ member, value }) => ({ member, value }) as Row,
    );
  const valuesOf = (rows: readonly Row[]) => rows.flatMap((row) => Object.values(row));
  const ownValues = new Set([
    ...valuesOf(own.facts.map(({ row }) => row)),
    ...valuesOf([...own.salespeople, ...customers, ...own.products, ...own.points_of_sale]),
    ...valuesOf(targets((member) => members.has(member))),
  ]);
  const everything = valuesOf([...Object.values(TELLING_COMPANY).flat(), ...targets(() => true)]);
  const others = everything.filter((value) => value !== null && value !== "" && !ownValues.has(value));
  // Whoever sells here may be of another region; its name is none of the reader's business.
  const regions = TELLING_COMPANY.salespeople?.filter((row) => scope.regions && !inRegion(row)) ?? [];
  const values = [...new Set([...others, ...regions.map(({ region }) => region)])];
  return {
    texts: values.filter((value) => typeof value === "string").filter((text) => !/^\d{4}-/.test(text)),
    // Smaller numbers (shares, counts, quantities) are everybody's.
    amounts: values
      .filter((value) => typeof value === "number")
      .filter((value) => value >= 100 && value % 1 > 0),
  };
}

/** The foreign texts and amounts that some part of the file holds. */
export function leaks(parts: ReadonlyMap<string, string>, scope: DataScope): string[] {
  const { texts, amounts } = foreign(scope);
  expect(texts.length).toBeGreaterThan(300);
  expect(amounts.length).toBeGreaterThan(500);
  const written = new Set(
    amounts.flatMap((amount) => [amount.toFixed(2), amount.toFixed(3), amount.toFixed(4), String(amount)]),
  );
  return [...parts].flatMap(([name, part]) => [
    ...texts.filter((text) => part.includes(text)).map((text) => `${name}: ${text}`),
    ...(part.match(/\d+\.\d{2,}/g) ?? [])
      .filter((number) => written.has(number))
      .map((number) => `${name}: ${number}`),
  ]);
}
