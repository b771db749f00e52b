import type { Table } from "../../sales/tables";

/** Tells the lines that take goods back: a negative quantity, or none with a negative revenue (kpi-semantics §4). */
export function returnsOf({ name, columns: { quantity, revenue } }: Table): (row: number) => boolean {
  if (quantity?.kind !== "number" || revenue?.kind !== "money")
    throw new RangeError(`${name} has no quantity and revenue`);
  const { values } = quantity;
  const { units } = revenue;
  return (row) => values[row]! < 0 || (values[row] === 0 && units[row]! < 0);
}
