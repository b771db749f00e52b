import type { DatedPage, Look, Part } from "./part";
import type { Questions } from "./questions";

/** One reading of a table: its lists one after the other, page by page. */
export class Listing {
  private readonly served = new Set<string>();

  constructor(
    private readonly parts: readonly Part[],
    private readonly look: Look,
  ) {}

  /** A record given twice is there once: one that moved to the archive meanwhile, or that two pages hold. */
  async page(cursor: string | undefined, questions: Questions): Promise<DatedPage> {
    const [at = "0", ...place] = (cursor ?? "0:").split(":");
    const part = this.parts[Number(at)];
    if (!part) return { rows: [] };
    const listed = await part.list(questions, place.join(":") || undefined);
    const fresh = listed.records.filter(({ id }) => !this.served.has(id));
    for (const { id } of fresh) this.served.add(id);
    const { rows, rejected } = await part.rows(fresh, this.look, questions);
    const next = listed.next !== undefined ? `${at}:${listed.next}` : this.beyond(Number(at));
    const extra = cursor === undefined && part.standIn ? [{ row: part.standIn, changedAt: undefined }] : [];
    return {
      rows: [...extra, ...rows],
      ...(rejected && { rejected }),
      ...(next !== undefined && { next }),
    };
  }

  private beyond(at: number): string | undefined {
    return at + 1 < this.parts.length ? `${at + 1}:` : undefined;
  }
}
