import { FailureError, failure } from "../sales/failure";

/**
 * Page after page until there is no next one. Throws `source-invalid-answer` for a source that hands out the same
 * cursor twice: it would be read without end.
 */
export async function* pagesOf<P extends { readonly next?: string }>(
  read: (cursor: string | undefined) => Promise<P>,
  about: { readonly source: string; readonly table: string },
): AsyncGenerator<P, void, void> {
  const seen = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const page = await read(cursor);
    yield page;
    cursor = page.next;
    if (cursor === undefined) return;
    if (seen.has(cursor)) throw new FailureError(failure("source-invalid-answer", about));
    seen.add(cursor);
  }
}
