import { idsWith } from "./associations";
import type { Objects } from "./objects";
import { isUnreadable, type Known, lineRows, unreadable, wholeSaleRow } from "./orderLines";
import type { Context } from "./part";
import type { Identified } from "./record";
import type { SaleKind } from "./sales";

/** The sales of one reading, which their lines need. A line and its sale name each other: either suffices. */
export class SaleBook {
  private readonly sales = new Map<string, Known>();
  private readonly saleOfLine = new Map<string, string>();
  private readonly withLines = new Set<string>();
  private readonly served = new Set<string>();
  private readonly products = new Map<string, boolean>();

  constructor(
    readonly kind: SaleKind,
    private readonly context: Context,
  ) {}

  /** A reading begins. */
  clear(): void {
    for (const known of [this.sales, this.saleOfLine, this.withLines, this.served, this.products])
      known.clear();
  }

  /** Sales as they are now, by their records. Those that cannot be read are set aside. */
  take(records: readonly Identified[]) {
    return records.flatMap((record) => {
      const sale = this.kind.sale(record, this.context);
      this.sales.set(record.id, sale);
      if (isUnreadable(sale)) return [unreadable(`${this.kind.object} ${record.id}`, sale.unreadable)];
      for (const line of sale.lines) this.saleOfLine.set(line, record.id);
      return [];
    });
  }

  /** The rows of some line items, whose sales are read if they were not yet. A line is given once a reading. */
  async rowsOf(lines: readonly Identified[], objects: Objects) {
    const fresh = lines.filter(({ id }) => !this.served.has(id));
    for (const { id } of fresh) this.served.add(id);
    const saleIds = new Map(fresh.map((line) => [line.id, this.saleIdOf(line)]));
    const named = [...saleIds.values()].filter((id) => typeof id === "string");
    await this.readSales(named, objects);
    await this.readProducts(fresh, objects);
    for (const id of named) this.withLines.add(id);
    return lineRows(
      fresh,
      (line) => {
        const id = saleIds.get(line.id);
        return typeof id === "string" ? this.sales.get(id) : id;
      },
      (product) => this.products.get(product) ?? false,
    );
  }

  sale(id: string): Known {
    return this.sales.get(id);
  }

  /** The sales of some lines. */
  salesOf(lines: readonly Identified[]): string[] {
    const ids = lines.map((line) => this.saleIdOf(line)).filter((id) => typeof id === "string");
    return [...new Set(ids)];
  }

  /** The row of a sale that counts and has no lines, if it is one. */
  wholeSales(ids: Iterable<string> = this.sales.keys()) {
    return [...ids].flatMap((id) => {
      const sale = this.sales.get(id);
      const isWhole = sale && !isUnreadable(sale) && sale.counts && !this.withLines.has(id);
      return isWhole ? [wholeSaleRow(sale, this.kind.object)] : [];
    });
  }

  private saleIdOf(line: Identified): string | { readonly unreadable: string } | undefined {
    const told = idsWith(line, this.kind.object);
    const other = this.saleOfLine.get(line.id);
    if (!told) return other ?? { unreadable: this.kind.object };
    return told[0] ?? other;
  }

  /** A sale made since the sales were read, or asked for the first time. One in the recycling bin stays unknown. */
  private async readSales(ids: readonly string[], objects: Objects): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.sales.has(id));
    if (unknown.length === 0) return;
    const { object, properties } = this.kind;
    const records = await objects.byId(object, unknown, properties);
    this.take(await objects.withAssociations(object, records, ["companies"]));
  }

  /** Which products HubSpot still has, in the library or in the recycling bin: a line may refer to neither. */
  private async readProducts(lines: readonly Identified[], objects: Objects): Promise<void> {
    const named = lines.map(({ properties }) => productOf(properties)).filter((id) => id !== undefined);
    let unknown = [...new Set(named)].filter((id) => !this.products.has(id));
    for (const archived of [false, true]) {
      if (unknown.length === 0) return;
      for (const { id } of await objects.byId("products", unknown, [], archived)) this.products.set(id, true);
      unknown = unknown.filter((id) => !this.products.has(id));
    }
    for (const id of unknown) this.products.set(id, false);
  }
}

function productOf(properties: unknown): string | undefined {
  const id: unknown =
    typeof properties === "object" && properties !== null && Reflect.get(properties, "hs_product_id");
  return typeof id === "string" && /^\d+$/.test(id) ? id : undefined;
}
