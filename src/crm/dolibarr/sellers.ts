import type { Ask } from "./part";

/** A document as far as it tells whose it is. */
interface Document {
  readonly author: number | undefined;
  readonly customer: number | undefined;
}

/**
 * The salesperson of a document, as the company chose: who entered it or the customer's first representative, and the
 * other one where that is nobody we know.
 */
async function sellerOf(
  { author, customer }: Document,
  users: ReadonlySet<number>,
  ask: Ask,
): Promise<number | undefined> {
  const known = (user: number | undefined) => (user !== undefined && users.has(user) ? user : undefined);
  const representative = async () =>
    known(customer === undefined ? undefined : await ask.representative(customer));
  return ask.choices.salesperson === "representative"
    ? ((await representative()) ?? known(author))
    : (known(author) ?? (await representative()));
}

/** The salespeople of some documents by the documents' ids. */
export async function sellersOf<D extends { readonly id: number }>(
  documents: readonly D[],
  documentOf: (one: D) => Document,
  ask: Ask,
): Promise<ReadonlyMap<number, number>> {
  const users = await ask.users();
  const sellers = new Map<number, number>();
  for (const one of documents) {
    const seller = await sellerOf(documentOf(one), users, ask);
    if (seller !== undefined) sellers.set(one.id, seller);
  }
  return sellers;
}
