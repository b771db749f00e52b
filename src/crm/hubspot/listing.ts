import type { Page } from "../page";
import { listedAssociations, type Objects } from "./objects";
import type { Look, Part } from "./part";

/** One reading of a list, page by page in the order of ids: live records, then those of the recycling bin. */
export class Listing {
  private readonly served = new Set<string>();

  constructor(
    private readonly part: Part,
    private readonly look: Omit<Look, "companies">,
  ) {}

  /** A record that HubSpot gives twice, because it was changed meanwhile, is there once. */
  async page(cursor: string | undefined, objects: Objects): Promise<Page> {
    const { part, look } = this;
    const [archived, after] = [cursor?.startsWith("a") ?? false, cursor?.slice(1) || undefined];
    const query = { ...part.query, ...(archived && { archived: "true" }), after };
    const listed = await objects.listed(part.path, query);
    const fresh = listed.records.filter(({ id }) => !this.served.has(id));
    for (const { id } of fresh) this.served.add(id);
    const { rows, rejected } = part.rows(fresh, { ...look, companies: listedAssociations(fresh) });
    const next = listed.after !== undefined ? `${archived ? "a" : "l"}${listed.after}` : undefined;
    const beyond = next ?? (part.archivedToo && !archived ? "a" : undefined);
    return {
      rows: cursor === undefined ? [...part.standIns, ...rows] : rows,
      ...(rejected && { rejected }),
      ...(beyond !== undefined && { next: beyond }),
    };
  }
}
