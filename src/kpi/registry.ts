import { failed, type Result, success } from "../sales/failure";
import { foldName } from "../sales/fold";
import type { Provenance } from "../sales/tables";
import { type AxisId, GRAIN_IDS, type KpiDefinition, type TableKpiDefinition } from "./definition";
import { DEFINITIONS, TABLE_DEFINITIONS } from "./definitions";
import { dimensionsOf } from "./dimensions";
import { measuresOf } from "./measures";
import { nearest } from "./nearest";
import { overSource } from "./preferred";

/** Ids and names of KPIs. */
export const LEGAL_NAME = /^[A-Z][A-Z0-9_]{1,29}$/;
const SHORTEST_FUNCTION_NAME = 3;

/** Words that mean something else after `KPI.`. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  "TABLEAU",
  "OBJECTIF",
  "OBJECTIFDU",
  "ATTEINTE",
  "EVOLUTION",
  "PROJECTION",
  "NIVEAU",
  "DETAIL",
  "EXPLIQUER",
  "POURQUOI",
  "MAJ",
  "PERIODE",
  "VALEUR",
]);

/** Every axis a KPI can be split by: its dimensions, and the time grains when its rows have a date. */
export const axesOf = (kpi: KpiDefinition): readonly AxisId[] =>
  measuresOf(kpi).some(({ date }) => date !== undefined) ? [...kpi.dimensions, ...GRAIN_IDS] : kpi.dimensions;

/** The KPIs that can be asked for, by id or long name, whatever the case. */
export class KpiRegistry {
  private readonly byName = new Map<string, KpiDefinition>();
  private readonly definitions: KpiDefinition[] = [];
  private readonly tableNames: ReadonlySet<string>;

  constructor(
    definitions: readonly KpiDefinition[],
    readonly tables: readonly TableKpiDefinition[] = [],
  ) {
    this.tableNames = new Set(tables.map(({ id }) => id));
    for (const definition of definitions) this.add(definition);
  }

  /** The same KPIs, each as a source's data answers it; see `overSource`. */
  over(source: Pick<Provenance, "invoicesByLine">): KpiRegistry {
    const over = this.definitions.map((kpi) => overSource(kpi, source));
    return over.every((kpi, at) => kpi === this.definitions[at]) ? this : new KpiRegistry(over, this.tables);
  }

  /** The same KPIs and a company's own, which no built-in KPI is made of. */
  with(own: readonly KpiDefinition[]): KpiRegistry {
    return own.length === 0 ? this : new KpiRegistry([...this.definitions, ...own], this.tables);
  }

  /** True for an id, a longer name, or a table's. */
  isTaken(name: string): boolean {
    return this.byName.has(name) || this.tableNames.has(name) || RESERVED_NAMES.has(name);
  }

  /** In the order of registration. */
  get all(): readonly KpiDefinition[] {
    return this.definitions;
  }

  /** Registers a KPI, also at run time. Throws a RangeError on a duplicate or illegal name or an impossible dimension. */
  add(definition: KpiDefinition): void {
    const { id, longName } = definition;
    const names = longName === undefined ? [id] : [id, longName];
    for (const name of names) this.refuseBadName(name);
    const hasFunction = definition.value.kind !== "calculation";
    if (hasFunction && !names.some((name) => name.length >= SHORTEST_FUNCTION_NAME))
      throw new RangeError(`KPI ${id}: a name of under three characters needs a long name`);
    const tables = measuresOf(definition).flatMap(({ table, preferred }) => [table, preferred ?? table]);
    for (const table of tables) {
      const missing = definition.dimensions.filter((dimension) => !dimensionsOf(table).includes(dimension));
      if (missing.length > 0)
        throw new RangeError(`KPI ${id}: ${table} has no dimension ${missing.join(", ")}`);
    }
    this.definitions.push(definition);
    for (const name of names) this.byName.set(name, definition);
  }

  private refuseBadName(name: string): void {
    if (!LEGAL_NAME.test(name)) throw new RangeError(`KPI ${name}: a name is 2 to 30 capitals, digits or _`);
    if (RESERVED_NAMES.has(name)) throw new RangeError(`KPI ${name}: reserved`);
    if (this.byName.has(name) || this.tableNames.has(name))
      throw new RangeError(`KPI ${name}: registered twice`);
  }

  /** By id or long name as the house writes them; undefined for any other. */
  get(id: string): KpiDefinition | undefined {
    return this.byName.get(id);
  }

  /** By name as a person types it, or by its label where one KPI alone bears it. Fails with `kpi-unknown` {kpi, possible, nearest?}. */
  find(name: string): Result<KpiDefinition> {
    const wanted = name.trim().toUpperCase();
    const kpi = this.byName.get(wanted) ?? this.labelled(name);
    if (kpi) return success(kpi);
    const near = nearest(wanted, [...this.byName.keys()]);
    const possible = this.definitions.map(({ id }) => id);
    return failed("kpi-unknown", { kpi: name, possible, ...(near !== undefined && { nearest: near }) });
  }

  private labelled(name: string): KpiDefinition | undefined {
    const wanted = foldName(name);
    const found = this.definitions.filter(({ label }) => [label.fr, label.en].map(foldName).includes(wanted));
    return found.length === 1 ? found[0] : undefined;
  }
}

/** The product's KPIs. */
export const KPIS = new KpiRegistry(DEFINITIONS, TABLE_DEFINITIONS);
