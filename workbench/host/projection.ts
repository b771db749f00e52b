import type { Book } from "./book";
import type { HostObject } from "./objectModel";
import { bagObject, pascal } from "./objectModel";
import { invalidArgument } from "./officeError";
import type { WireQuery } from "./protocol";

/** A query as a tree: the wanted members of an object, and of each object below it. */
interface Wanted {
  scalars: Set<string>;
  all: boolean;
  below: Map<string, Wanted>;
}

const nothing = (): Wanted => ({ scalars: new Set(), all: false, below: new Map() });

function below(wanted: Wanted, name: string): Wanted {
  const found = wanted.below.get(name) ?? nothing();
  wanted.below.set(name, found);
  return found;
}

function descend(root: Wanted, path: readonly string[]): Wanted {
  return path.filter((step) => step !== "items").reduce((at, step) => below(at, pascal(step)), root);
}

function parse(query: WireQuery): Wanted {
  const root = nothing();
  const select = query.Select ?? [];
  if (select.length === 0 && (query.Expand ?? []).length === 0) root.all = true;
  for (const path of select) {
    const steps = path.split("/").map((step) => step.trim());
    const last = steps.pop() ?? "*";
    const at = descend(root, steps);
    if (last === "*" || last === "items" || last === "") at.all = true;
    else at.scalars.add(pascal(last));
  }
  for (const path of query.Expand ?? []) descend(root, path.split("/")).all = true;
  return root;
}

/** Answers a query: the object's wanted scalars in PascalCase, objects below it, a collection's `_Items`. */
export function project(book: Book, object: HostObject, query: WireQuery): Record<string, unknown> {
  return answer(book, object, parse(query), query);
}

function answer(
  book: Book,
  object: HostObject,
  wanted: Wanted,
  page: WireQuery = {},
): Record<string, unknown> {
  if (!object.items) return { ...object.id, ...properties(book, object, wanted) };
  const own = new Set([...wanted.scalars].filter((name) => object.scalars?.[name]));
  const result: Record<string, unknown> = {};
  for (const name of own) result[name] = book.read(object, name);
  if (own.size > 0 && own.size === wanted.scalars.size && !wanted.all && wanted.below.size === 0)
    return result;
  const skip = page.Skip ?? 0;
  const items = object.items().slice(skip, page.Top ? skip + page.Top : undefined);
  const ofItems = { ...wanted, scalars: new Set([...wanted.scalars].filter((name) => !own.has(name))) };
  result._Items = items.map((item, index) => ({
    ...(item.id ?? { _Index: skip + index }),
    ...properties(book, item, ofItems),
  }));
  return result;
}

function properties(book: Book, object: HostObject, wanted: Wanted): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const names = new Set(wanted.scalars);
  if (wanted.all) for (const name of book.scalarNames(object)) names.add(name);
  const links = new Map(wanted.below);
  for (const name of names) {
    // `load("format")` asks for an object: all its scalars are meant.
    if (object.links?.[name]) links.set(name, { ...(links.get(name) ?? nothing()), all: true });
    else result[name] = book.read(object, name);
  }
  for (const [name, tree] of links) {
    const link = object.links?.[name];
    if (object.scalars?.[name]) throw invalidArgument(`${object.type}.${name} has nothing below it.`);
    const target = link ? link() : bagObject(object, name);
    result[name] = target ? answer(book, target, tree) : null;
  }
  return result;
}
