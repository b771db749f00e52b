import type { FailureError } from "../../sales/failure";
import { type Granted, grantedOf, isMissing, type Content as KitContent } from "../kit";
import { leads, opportunities, visits } from "./activity";
import { customers, products, salespeople } from "./members";
import { orderLines } from "./orderLines";
import type { Part } from "./part";
import { ProductFacts } from "./products";
import type { Questions } from "./questions";

/** The lists that fill a table, one after the other. */
export interface Content extends KitContent<readonly Part[]> {
  /** The scope that gives it. */
  readonly scope: string;
}

/** Made for one connection: order lines share what is known of products. */
export const contents = (): readonly Content[] => [
  { table: "salespeople", part: [salespeople], scope: "users:read", isVital: true },
  { table: "customers", part: [customers], scope: "contacts:read", isVital: true },
  { table: "products", part: [products], scope: "products:read", isVital: true },
  { table: "order_lines", part: orderLines(new ProductFacts()), scope: "deals:read", isVital: true },
  { table: "visits", part: visits, scope: "activities:read" },
  { table: "opportunities", part: opportunities, scope: "deals:read", isVital: true },
  { table: "leads", part: leads, scope: "leads:read" },
];

/**
 * Asks for the first page of everything, all at once. A scope or permission that is missing leaves its table out; throws
 * FailureError `source-no-right` or `source-module-missing` when Vigie cannot do without it.
 */
export async function askRights(questions: (object: string) => Questions): Promise<Granted<Content>> {
  const declared = contents();
  const refusals = new Map(
    await Promise.all(
      declared.map(async (content) => [content, await refusalOf(content, questions)] as const),
    ),
  );
  return grantedOf(declared, (content) => {
    const refusal = refusals.get(content);
    return (
      refusal && {
        failure: refusal.failure,
        reason: {
          fr: `L'accès à Pipedrive n'a pas le droit « ${content.scope} ».`,
          en: `Access to Pipedrive lacks the right “${content.scope}”.`,
        },
      }
    );
  });
}

async function refusalOf(
  { part }: Content,
  questions: (object: string) => Questions,
): Promise<FailureError | undefined> {
  try {
    for (const { object, list } of part) await list(questions(object), undefined);
    return undefined;
  } catch (error) {
    if (isMissing(error)) return error;
    throw error;
  }
}
