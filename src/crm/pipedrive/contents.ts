import type { FailureError } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { isAbsent } from "./account";
import { leads, opportunities, visits } from "./activity";
import { customers, products, salespeople } from "./members";
import { orderLines } from "./orderLines";
import type { Part } from "./part";
import { ProductFacts } from "./products";
import type { Questions } from "./questions";

/** What fills a table, which scope gives it, and what is missing without it. */
export interface Content {
  readonly table: TableName;
  readonly parts: readonly Part[];
  readonly scope: string;
  /** Absent: Vigie cannot do without. */
  readonly without?: Text;
}

/** Made for one connection: order lines share what is known of products. */
export const contents = (): readonly Content[] => [
  { table: "salespeople", parts: [salespeople], scope: "users:read" },
  { table: "customers", parts: [customers], scope: "contacts:read" },
  { table: "products", parts: [products], scope: "products:read" },
  { table: "order_lines", parts: orderLines(new ProductFacts()), scope: "deals:read" },
  {
    table: "visits",
    parts: visits,
    scope: "activities:read",
    without: { fr: "les réunions (VISITES, RATIOVISITES)", en: "meetings (VISITES, RATIOVISITES)" },
  },
  { table: "opportunities", parts: opportunities, scope: "deals:read" },
  {
    table: "leads",
    parts: leads,
    scope: "leads:read",
    without: { fr: "les leads (LEADSCHAUDS, LEADSCREES)", en: "leads (LEADSCHAUDS, LEADSCREES)" },
  },
];

export interface Rights {
  readonly contents: readonly Content[];
  readonly lacks: readonly Text[];
}

/**
 * Asks for the first page of everything. A scope or permission that is missing leaves its table out; throws
 * FailureError `source-no-right` or `source-module-missing` when Vigie cannot do without it.
 */
export async function askRights(questions: (object: string) => Questions): Promise<Rights> {
  const found: Content[] = [];
  const lacks: Text[] = [];
  for (const content of contents()) {
    const refusal = await refusalOf(content, questions);
    if (!refusal) found.push(content);
    else if (content.without) lacks.push(lackOf(content.scope, content.without));
    else throw refusal;
  }
  return { contents: found, lacks };
}

async function refusalOf(
  { parts }: Content,
  questions: (object: string) => Questions,
): Promise<FailureError | undefined> {
  try {
    for (const { object, list } of parts) await list(questions(object), undefined);
    return undefined;
  } catch (error) {
    if (isAbsent(error)) return error;
    throw error;
  }
}

const lackOf = (scope: string, { fr, en }: Text): Text => ({
  fr: `L'accès à Pipedrive n'a pas le droit « ${scope} ». Il manque ${fr}.`,
  en: `Access to Pipedrive lacks the right “${scope}”. Missing: ${en}.`,
});
