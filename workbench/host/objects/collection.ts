import type { HostObject, Scalar } from "../objectModel";

interface CollectionOf {
  readonly type: string;
  readonly key: string;
  readonly items: () => readonly HostObject[];
  readonly find: (key: unknown) => HostObject | undefined;
  readonly scalars?: Readonly<Record<string, Scalar>>;
  readonly methods?: HostObject["methods"];
}

/** A collection: counted, listed, asked for an item by key or place. */
export function collection({ find, scalars, ...rest }: CollectionOf): HostObject {
  return { ...rest, item: find, scalars: { Count: { read: () => rest.items().length }, ...scalars } };
}

/** Case does not matter in Excel's names. */
export const sameName = (a: string, b: unknown) =>
  typeof b === "string" && a.toUpperCase() === b.toUpperCase();
