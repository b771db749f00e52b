import type { GridRange } from "../grid/contract";

export interface Scalar {
  readonly read: () => unknown;
  /** Absent = read-only: a write is refused. */
  readonly write?: (value: unknown) => void;
}

/**
 * One object of Excel's model as a request sees it. Members with semantics are declared; every other scalar is stored
 * and given back (`PropertyBags`), and every other method is refused as not implemented.
 */
export interface HostObject {
  /** Office.js class, for error messages. */
  readonly type: string;
  /** The key of its stored properties: the same for every path that leads to this object. */
  readonly key: string;
  /** The answer to Instantiate: the id by which office.js addresses it later. */
  readonly id?: Readonly<Record<string, string>>;
  readonly scalars?: Readonly<Record<string, Scalar>>;
  readonly links?: Readonly<Record<string, () => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  readonly items?: () => readonly HostObject[];
  /** An item by key; throws ItemNotFound or returns undefined where it is missing. */
  readonly item?: (key: unknown) => HostObject | undefined;
  /** Set on ranges. */
  readonly range?: GridRange;
  /** Items cannot be addressed by a key but by their place only. */
  readonly byIndex?: boolean;
}

/** `showGridlines` → `ShowGridlines`; names that begin with `_` stay. */
export const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
export const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "type" in value && "key" in value;
}

/** Store-and-load for everything without semantics: an object's key → property → value. */
export class PropertyBags {
  private readonly bags = new Map<string, Map<string, unknown>>();

  read(key: string, name: string): unknown {
    return this.bags.get(key)?.get(name) ?? null;
  }

  write(key: string, name: string, value: unknown): void {
    const bag = this.bags.get(key) ?? new Map<string, unknown>();
    bag.set(name, value);
    this.bags.set(key, bag);
  }

  names(key: string): readonly string[] {
    return [...(this.bags.get(key)?.keys() ?? [])];
  }

  /** Drops an object and all below it. */
  forget(key: string): void {
    for (const other of [...this.bags.keys()])
      if (other === key || other.startsWith(`${key}/`)) this.bags.delete(other);
  }

  entries(): [string, Record<string, unknown>][] {
    return [...this.bags].map(([key, bag]) => [key, Object.fromEntries(bag)]);
  }

  restore(entries: readonly [string, Record<string, unknown>][]): void {
    for (const [key, bag] of entries) this.bags.set(key, new Map(Object.entries(bag)));
  }
}

/** An object known only by its place under another: all its scalars are stored. */
export function bagObject(parent: HostObject, name: string): HostObject {
  return { type: name, key: `${parent.key}/${name}` };
}
