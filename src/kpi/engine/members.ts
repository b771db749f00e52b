import { NO_DAY } from "../../sales/calendar";
import { TABLE_NAMES, type TableName } from "../../sales/schema";
import type { SalesData, TextColumn } from "../../sales/tables";
import { AGEING_BUCKETS, ageingBucketOf } from "../ageing";
import { CHANNELS } from "../channels";
import type { DimensionId } from "../definition";
import { dimensionsOf, MEMBER_PATHS, type MemberPath, UNKNOWN_MEMBER } from "../dimensions";
import { columnSpec, dateColumn, idsOf, textAt, textColumn } from "./columns";
import { Directory, type MemberEntry, UNKNOWN_CODE } from "./directory";
import { fill, fillUnknown } from "./memberCodes";
import { spelledMembers, textKey } from "./spellings";

/** Members of each dimension, and the member of each row. Each is computed once, when first asked for. */
export class Members {
  private readonly directories = new Map<DimensionId, Directory>();
  private readonly codeColumns = new Map<string, Int32Array>();
  private readonly rowsById = new Map<TableName, ReadonlyMap<string, number>>();

  constructor(private readonly data: SalesData) {}

  directory(dimension: DimensionId): Directory {
    let directory = this.directories.get(dimension);
    if (!directory) {
      directory = new Directory(this.entries(dimension));
      this.directories.set(dimension, directory);
    }
    return directory;
  }

  /** The member of each row of a table, as codes of the dimension's directory. */
  codes(table: TableName, dimension: DimensionId): Int32Array {
    const key = `${table} ${dimension}`;
    let codes = this.codeColumns.get(key);
    if (!codes) {
      codes = dimension === "tranche" ? this.ageingCodes(table) : this.pathCodes(table, dimension);
      this.codeColumns.set(key, codes);
    }
    return codes;
  }

  private entries(dimension: DimensionId): MemberEntry[] {
    if (dimension === "tranche")
      return AGEING_BUCKETS.map(({ label, aliases }) => ({
        key: label.fr,
        name: label.fr,
        aliases: [label.en, ...aliases],
      }));
    const entity = entityOf(dimension);
    if (entity) return this.entities(entity);
    const entries = new Map<string, MemberEntry>();
    if (dimension === "canal")
      for (const { code, name, aliases } of CHANNELS)
        entries.set(code, { key: code, name, aliases: [code, ...aliases] });
    for (const entry of spelledMembers(dimension, this.columnsOf(dimension)))
      if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return [...entries.values()];
  }

  /** The columns whose texts are members of a dimension. */
  private *columnsOf(dimension: DimensionId): Generator<TextColumn> {
    for (const table of TABLE_NAMES.filter((name) => dimensionsOf(name).includes(dimension)))
      for (const [column, attribute] of MEMBER_PATHS[dimension]) {
        const spec = columnSpec(table, column);
        if (spec?.table && attribute !== undefined) yield textColumn(this.data.tables[spec.table], attribute);
        else if (spec) yield textColumn(this.data.tables[table], column);
      }
  }

  private entities(table: TableName): MemberEntry[] {
    const names = textColumn(this.data.tables[table], "name");
    // A row that stands for nobody is no member beside the unknown one.
    return idsOf(this.data, table)
      .map((id, row) => ({ key: id, id, name: textAt(names, row) ?? id }))
      .filter(({ name }) => name !== UNKNOWN_MEMBER);
  }

  private pathCodes(table: TableName, dimension: DimensionId): Int32Array {
    const codes = new Int32Array(this.data.tables[table].length);
    let unknown = codes.length;
    for (const path of MEMBER_PATHS[dimension]) {
      if (unknown === 0 || !columnSpec(table, path[0])) continue;
      const column = textColumn(this.data.tables[table], path[0]);
      const members = this.membersOfDictionary(table, path, column, dimension);
      unknown = (unknown === codes.length ? fill : fillUnknown)(codes, column.codes, members);
    }
    return codes;
  }

  /** By the column's code + 1: the member; the first, of rows without a value, is unknown. */
  private membersOfDictionary(
    table: TableName,
    [name, attribute]: MemberPath,
    column: TextColumn,
    dimension: DimensionId,
  ): Int32Array {
    const referred = columnSpec(table, name)?.table;
    const attributes =
      referred && attribute !== undefined ? textColumn(this.data.tables[referred], attribute) : undefined;
    const members = new Int32Array(column.dictionary.length + 1).fill(UNKNOWN_CODE);
    column.dictionary.forEach((text, code) => {
      const row = attributes && referred ? this.rowById(referred).get(text) : undefined;
      const value = attributes ? (row === undefined ? undefined : textAt(attributes, row)) : text;
      members[code + 1] = value === undefined ? UNKNOWN_CODE : this.codeOfText(dimension, value);
    });
    return members;
  }

  /** The member that a text of the data means: an id of an entity, any spelling of a text; UNKNOWN_CODE without one. */
  codeOfText(dimension: DimensionId, text: string): number {
    return this.directory(dimension).codeOfKey(entityOf(dimension) ? text : textKey(dimension, text));
  }

  /** Row number by id. */
  rowById(table: TableName): ReadonlyMap<string, number> {
    let rows = this.rowsById.get(table);
    if (!rows) {
      rows = new Map(idsOf(this.data, table).map((id, row) => [id, row]));
      this.rowsById.set(table, rows);
    }
    return rows;
  }

  private ageingCodes(table: TableName): Int32Array {
    const { dataDate } = this.data.provenance;
    return dateColumn(this.data.tables[table], "due_on").days.map((due) =>
      due === NO_DAY ? UNKNOWN_CODE : ageingBucketOf(dataDate - due) + 1,
    );
  }
}

/** The table whose rows are a dimension's members, told apart by id; undefined where they are texts. */
const entityOf = (dimension: DimensionId): TableName | undefined => ENTITIES[dimension];

const ENTITIES: Readonly<Partial<Record<DimensionId, TableName>>> = {
  commercial: "salespeople",
  client: "customers",
  produit: "products",
  "point de vente": "points_of_sale",
};
