import { type Associations, type Identified, listedAssociations, type Objects, PAGE } from "./objects";
import { isUnreadable, LINE_PROPERTIES, lineRows, unreadable, wholeSaleRow } from "./orderLines";
import type { Look, PartRows } from "./part";
import type { Sale, SaleKind } from "./sales";

type Known = Sale | { readonly unreadable: string };

export interface LinesPage extends PartRows {
  readonly next?: string;
}

/**
 * Orders with their lines. First all sales, a page at a time and without rows; then all line items, each with the
 * sale it belongs to; at the end the sales that have no lines.
 */
export class SaleReader {
  private readonly sales = new Map<string, Known>();
  private readonly withLines = new Set<string>();
  private readonly served = new Set<string>();
  private readonly products = new Map<string, boolean>();

  constructor(
    readonly kind: SaleKind,
    private readonly look: Omit<Look, "companies">,
  ) {}

  async page(cursor: string | undefined, objects: Objects): Promise<LinesPage> {
    const [phase, after] = [cursor?.charAt(0) ?? "s", cursor?.slice(1) || undefined];
    return phase === "s" ? this.salesPage(after, objects) : this.linesPage(after, objects);
  }

  /** The rows of some line items, whose sales are read if they were not yet. */
  async rowsOf(lines: readonly Identified[], salesOf: Associations, objects: Objects): Promise<PartRows> {
    const sale = (line: string) => salesOf.get(line)?.[0];
    const asked = lines.map(({ id }) => sale(id)).filter((id) => id !== undefined);
    await this.readSales(asked, objects);
    await this.readProducts(lines, objects);
    for (const id of asked) this.withLines.add(id);
    return lineRows(
      lines,
      (line) => this.sales.get(sale(line) ?? ""),
      (product) => this.products.get(product) ?? false,
    );
  }

  /** The lines that this reading has not given yet. */
  unserved(lines: readonly Identified[]): readonly Identified[] {
    const fresh = lines.filter(({ id }) => !this.served.has(id));
    for (const { id } of fresh) this.served.add(id);
    return fresh;
  }

  /** Sales as they are now, by their records. Those that cannot be read are set aside. */
  take(records: readonly Identified[], companies: Associations): NonNullable<PartRows["rejected"]> {
    return records.flatMap((record) => {
      const sale = this.kind.sale(record, { ...this.look, companies });
      this.sales.set(record.id, sale);
      return isUnreadable(sale) ? [unreadable(`${this.kind.object} ${record.id}`, sale.unreadable)] : [];
    });
  }

  sale(id: string): Known | undefined {
    return this.sales.get(id);
  }

  private async salesPage(after: string | undefined, objects: Objects): Promise<LinesPage> {
    const { object, properties } = this.kind;
    const query = { limit: String(PAGE), properties: properties.join(","), associations: "companies", after };
    const listed = await objects.listed(`/crm/v3/objects/${object}`, query);
    const rejected = this.take(
      listed.records.filter(({ id }) => !this.sales.has(id)),
      listedAssociations(listed.records),
    );
    const next = listed.after === undefined ? "l" : `s${listed.after}`;
    return { rows: [], rejected, left: [], next };
  }

  private async linesPage(after: string | undefined, objects: Objects): Promise<LinesPage> {
    const { object } = this.kind;
    const properties = LINE_PROPERTIES.join(",");
    const query = { limit: String(PAGE), properties, associations: object, after };
    const listed = await objects.listed("/crm/v3/objects/line_items", query);
    const fresh = this.unserved(listed.records);
    const { rows, rejected, left } = await this.rowsOf(fresh, listedAssociations(fresh), objects);
    if (listed.after !== undefined) return { rows, rejected, left, next: `l${listed.after}` };
    return { rows: [...rows, ...this.withoutLines()], rejected, left };
  }

  private withoutLines() {
    return [...this.sales.values()].flatMap((sale) =>
      isUnreadable(sale) || !sale.counts || this.withLines.has(sale.id)
        ? []
        : [wholeSaleRow(sale, this.kind.object)],
    );
  }

  /** A sale made since the sales were read, or asked for the first time. One in the recycling bin stays unknown. */
  private async readSales(ids: readonly string[], objects: Objects): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.sales.has(id));
    if (unknown.length === 0) return;
    const { object, properties } = this.kind;
    const records = await objects.byId(object, unknown, properties);
    this.take(records, await objects.associated(object, "companies", unknown));
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
  return typeof id === "string" && id !== "" ? id : undefined;
}
