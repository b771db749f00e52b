import type { Book } from "./book";
import type { HostObject } from "./objectModel";
import { bagObject, camel, isHostObject, pascal } from "./objectModel";
import { invalidArgument, itemNotFound, OfficeError } from "./officeError";
import { project } from "./projection";
import type { WireAction, WireArguments, WirePath, WireRequest, WireResponse, WireResult } from "./protocol";
import { ACTION, PATH } from "./protocol";

/** Services that are not the workbook, by full type name (`Microsoft.…`). */
export type Services = (type: string) => HostObject | undefined;

/** Members whose answer depends on calculated cells: calculation is awaited before they are asked. */
const CALCULATED = /Used|Spill|Surrounding|Edge|Extended|GetCount/;

/**
 * Runs one request: its actions in order, on objects found by their paths. The first refusal ends it; earlier actions
 * stay done, as in Excel.
 */
export class Interpreter {
  constructor(
    private readonly book: Book,
    private readonly services: Services,
    private readonly onAction: (type: number, name: string) => void,
  ) {}

  async run(request: WireRequest): Promise<WireResponse> {
    const results: WireResult[] = [];
    const traces: number[] = [];
    const paths = new Paths(request.ObjectPaths, this.book, this.services);
    for (const [index, action] of request.Actions.entries()) {
      this.onAction(action.ActionType, action.Name);
      try {
        if (this.asksCalculated(action, request.ObjectPaths)) await this.book.calculated();
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: this.perform(action, paths) });
      } catch (error) {
        const where = locate(action, request.ObjectPaths);
        this.book.finishRequest();
        return {
          Error: describe(error, where, index),
          ProcessedResults: { Results: results },
          TraceIds: traces,
        };
      }
    }
    this.book.finishRequest();
    return { Results: results, TraceIds: traces };
  }

  private asksCalculated(action: WireAction, paths: WireRequest["ObjectPaths"]): boolean {
    const { ActionType: type } = action;
    if (type === ACTION.query || type === ACTION.queryAsJson || type === ACTION.recursiveQuery) return true;
    const name = type === ACTION.instantiate ? (paths[action.ObjectPathId]?.Name ?? "") : action.Name;
    return CALCULATED.test(name);
  }

  private perform(action: WireAction, paths: Paths): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const object = paths.find(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return object === null ? null : this.instantiate(object);
    if (object === null) return null;
    switch (action.ActionType) {
      case ACTION.query:
        return project(this.book, object, action.QueryInfo ?? {});
      case ACTION.recursiveQuery:
        return project(this.book, object, action.RecursiveQueryInfo?.Queries[0] ?? {});
      case ACTION.queryAsJson:
        return asJson(project(this.book, object, action.QueryInfo ?? {}));
      case ACTION.method: {
        const answer = this.book.call(object, action.Name, paths.arguments(action.ArgumentInfo));
        return isHostObject(answer) ? this.instantiate(answer) : (answer ?? null);
      }
      case ACTION.setProperty:
        this.book.write(object, action.Name, paths.arguments(action.ArgumentInfo)[0]);
        return null;
      case ACTION.update:
        this.update(object, action.ObjectState ?? {});
        return null;
      case ACTION.ensureUnchanged:
        this.ensureUnchanged(object, action.ObjectState ?? {});
        return null;
      default:
        throw invalidArgument(`Action type ${action.ActionType} is unknown.`);
    }
  }

  private instantiate(object: HostObject): Record<string, unknown> {
    return { ...object.id };
  }

  private update(object: HostObject, state: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(state)) {
      const link = object.links?.[pascal(name)]?.();
      if (link) this.update(link, value as Record<string, unknown>);
      else this.book.write(object, pascal(name), value);
    }
  }

  private ensureUnchanged(object: HostObject, state: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(state)) {
      const now = this.book.read(object, pascal(name));
      if (JSON.stringify(now) !== JSON.stringify(value))
        throw new OfficeError("InvalidOperation", `${object.type}.${name} has changed.`);
    }
  }
}

/** The objects that a request's paths lead to, each found once. A null object leads to null objects only. */
class Paths {
  private readonly found = new Map<number, HostObject | null>();

  constructor(
    private readonly paths: WireRequest["ObjectPaths"],
    private readonly book: Book,
    private readonly services: Services,
  ) {}

  find(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.paths[id];
    if (!path) throw invalidArgument(`Object path ${id} is missing.`);
    const object = this.resolve(path);
    this.found.set(id, object);
    return object;
  }

  private resolve(path: WirePath): HostObject | null {
    const { ObjectPathType: type, Name: name } = path;
    if (type === PATH.globalRoot) return this.book.root();
    if (type === PATH.nullObject) return null;
    if (type === PATH.referenceId) return this.book.referenced(name);
    if (type === PATH.newService) {
      const service = this.services(name);
      if (!service) throw new OfficeError("NotImplemented", `No service ${name}.`);
      return service;
    }
    const parent = this.find(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (type === PATH.property) {
      const link = parent.links?.[name];
      return link ? link() : bagObject(parent, name);
    }
    const args = this.arguments(path.ArgumentInfo);
    if (type === PATH.indexer) {
      const item = parent.item?.(args[0]);
      if (!item) throw itemNotFound(String(args[0]));
      return item;
    }
    const answer = this.book.call(parent, name, args);
    return isHostObject(answer) ? answer : null;
  }

  arguments(info: WireArguments | undefined): readonly unknown[] {
    const values = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds ?? [];
    return values.map((value, index) => this.argument(value, references[index]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (typeof reference === "number" && reference !== 0) return this.find(reference);
    if (Array.isArray(value) && Array.isArray(reference))
      return value.map((item, index) => this.argument(item, reference[index]));
    if (typeof value === "object" && value !== null && "_ObjectPathId" in value)
      return this.find(Number(value._ObjectPathId));
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, this.argument(inner, 0)]),
      );
    return value;
  }
}

function locate(action: WireAction, paths: WireRequest["ObjectPaths"]): string {
  const path = paths[action.ObjectPathId];
  return action.Name || path?.Name ? `${path?.Name ?? ""}.${action.Name}`.replace(/^\.|\.$/g, "") : "";
}

function describe(error: unknown, location: string, index: number) {
  const known = error instanceof OfficeError ? error : undefined;
  return {
    Code: known?.code ?? "GeneralException",
    Message: error instanceof Error ? error.message : String(error),
    Location: location,
    ActionIndex: index,
    HttpStatusCode: known?.status ?? 500,
  };
}

/** The answer of `retrieve`: camelCase names, `items` instead of `_Items`. */
function asJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name === "_Items" ? "items" : camel(name), asJson(inner)]),
  );
}
