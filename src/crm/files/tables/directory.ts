import { type Failure, failure } from "../../../sales/failure";
import { fold } from "../../../sales/fold";
import type { RawRow } from "../../../sales/rawRow";
import type { TableName } from "../../../sales/schema";

/** Stands for a salesperson, a customer or a product that a row does not name. */
export const UNNAMED = { id: "–", name: "(non renseigné)" } as const;

/** One row's words about the row it refers to. */
export interface Mention {
  readonly id?: string;
  readonly name?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Entry {
  readonly origin: string;
  readonly names: Map<string, number>;
  readonly attributes: Map<string, Map<string, number>>;
}

/**
 * The rows of a table that others refer to: read from files of their own, or made up from what is mentioned elsewhere.
 * Told apart by id; where there are none, by name without case, accents and surplus spaces.
 */
export class Directory {
  private readonly entries = new Map<string, Entry>();
  private readonly own = new Map<string, string>();
  private readonly idsByName = new Map<string, Set<string>>();
  private readonly resolved = new Map<string, string | Failure>();
  private usesUnnamed = false;

  constructor(readonly table: TableName) {}

  /** True when the table has a file: what is mentioned elsewhere then makes no rows. */
  get hasFile(): boolean {
    return this.own.size > 0;
  }

  /** A row of the table's own file. */
  addOwn(id: string, name: string): void {
    this.own.set(id, name);
    this.index(name, id);
  }

  /** Takes in what one row says; a row that must refer to something and names nothing needs the one for nobody. */
  observe(mention: Mention, origin: string, isOptional: boolean): void {
    const { id, name } = mention;
    const key = id ?? (name === undefined ? undefined : this.keyOfName(name));
    if (key === undefined) this.usesUnnamed ||= !isOptional;
    else if (!this.hasFile) this.add(key, mention, origin);
  }

  private add(key: string, { id, name, attributes }: Mention, origin: string): void {
    let entry = this.entries.get(key);
    if (!entry) {
      entry = { origin, names: new Map(), attributes: new Map() };
      this.entries.set(key, entry);
    }
    const isNewName = name !== undefined && !entry.names.has(name);
    if (name !== undefined) count(entry.names, name);
    for (const [attribute, value] of Object.entries(attributes)) {
      let values = entry.attributes.get(attribute);
      if (!values) {
        values = new Map();
        entry.attributes.set(attribute, values);
      }
      count(values, value);
    }
    if (id !== undefined && isNewName) this.index(name, id);
  }

  /** The id that a row refers to; a failure when a name stands for several. */
  idOf(id: string | undefined, name: string | undefined): string | Failure | undefined {
    const cell = id ?? name;
    if (cell === undefined) return undefined;
    const cacheKey = id === undefined ? `n${cell}` : `i${cell}`;
    let found = this.resolved.get(cacheKey);
    if (found === undefined) {
      found = id === undefined ? this.idOfName(cell) : this.idOfCode(cell);
      this.resolved.set(cacheKey, found);
    }
    return found;
  }

  /** The rows made up, in the order of first mention, and the one that stands for nobody. */
  rows(): RawRow[] {
    const made = Array.from(this.entries, ([key, entry]): RawRow => {
      const name = mostFrequent(entry.names) ?? key;
      const id = key.startsWith(NAME_KEY) ? name : key;
      const attributes = Array.from(entry.attributes, ([attribute, values]) => [
        attribute,
        mostFrequent(values),
      ]);
      return { origin: entry.origin, values: { ...Object.fromEntries(attributes), id, name } };
    });
    return this.usesUnnamed ? [...made, { origin: UNNAMED.name, values: UNNAMED }] : made;
  }

  /** Ids that come with several names. */
  get ambiguousIds(): number {
    let several = 0;
    for (const [key, { names }] of this.entries)
      if (!key.startsWith(NAME_KEY) && new Set(Array.from(names.keys(), fold)).size > 1) several++;
    return several;
  }

  private idOfCode(code: string): string | Failure {
    if (!this.hasFile || this.own.has(code)) return code;
    return this.idOfName(code);
  }

  private idOfName(name: string): string | Failure {
    if (this.own.has(name)) return name;
    const ids = this.idsByName.get(fold(name));
    if (ids && ids.size === 1) return [...ids][0]!;
    if (ids && ids.size > 1 && this.hasFile)
      return failure("row-ambiguous-reference", {
        value: name,
        ids: [...ids].slice(0, 5),
        table: this.table,
      });
    const entry = this.entries.get(this.keyOfName(name));
    return entry ? (mostFrequent(entry.names) ?? name) : name;
  }

  private keyOfName(name: string): string {
    return `${NAME_KEY}${fold(name)}`;
  }

  private index(name: string, id: string): void {
    const folded = fold(name);
    const ids = this.idsByName.get(folded);
    if (ids) ids.add(id);
    else this.idsByName.set(folded, new Set([id]));
  }
}

/** No id begins with a control character: exports hold none, and cells are cleaned of them. */
const NAME_KEY = "\u0000";

function count(values: Map<string, number>, value: string): void {
  values.set(value, (values.get(value) ?? 0) + 1);
}

/** The value that stands there most often; of equals the first. */
function mostFrequent(values: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [value, times] of values)
    if (times > most) {
      best = value;
      most = times;
    }
  return best;
}
