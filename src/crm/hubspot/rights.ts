import { FailureError } from "../../sales/failure";
import type { Text } from "../../sales/text";
import { type Granted, grantedOf, isMissing, type Refusal } from "../kit";
import type { HubSpotClient } from "./client";
import { CONTENTS, type Content, LINES, ORDERS } from "./contents";
import { Objects } from "./objects";
import type { SaleKind } from "./sales";

/** What this token can read of this account. */
export interface Rights extends Granted<Content> {
  readonly sales: SaleKind["object"];
}

type Readable = "empty" | "filled" | FailureError;

/**
 * Asks for one record of everything. A scope that was not granted, or an object the account's plan does not have,
 * leaves its table out; throws FailureError `source-no-right` or `source-module-missing` when Vigie cannot do
 * without it. `sales` as the administrator chose: by default orders where there are any.
 */
export async function askRights(
  client: HubSpotClient,
  chosen: SaleKind["object"] | "auto",
  signal: AbortSignal,
): Promise<Rights> {
  const asked = await Promise.all(
    CONTENTS.map(async (content) => ({
      content,
      found: await firstOf(client, content.part.path, { object: content.part.object }, signal),
    })),
  );
  const [lines, orders] = await Promise.all(
    [LINES, ORDERS].map(({ path, object }) => firstOf(client, path, { object }, signal)),
  );
  if (lines instanceof FailureError) throw lines;
  const sales = chosen === "auto" ? (orders === "filled" ? "orders" : "deals") : chosen;
  if (sales === "orders" && orders instanceof FailureError) throw orders;
  const refusals = new Map(asked.map(({ content, found }) => [content, found]));
  const granted = grantedOf(CONTENTS, (content) => {
    const found = refusals.get(content);
    return found instanceof FailureError ? refusalOf(content.scope, found) : undefined;
  });
  return {
    ...granted,
    tables: [...granted.tables, "order_lines"],
    lacks: [...(sales === "deals" ? [DEALS_AS_ORDERS] : []), ...granted.lacks],
    sales,
  };
}

const DEALS_AS_ORDERS: Text = {
  fr: "Ce compte HubSpot n'a pas de commandes : les affaires gagnées et leurs lignes en tiennent lieu.",
  en: "This HubSpot account has no orders: won deals and their line items stand for them.",
};

async function firstOf(
  client: HubSpotClient,
  path: string,
  { object }: { readonly object: string },
  signal: AbortSignal,
): Promise<Readable> {
  try {
    const { records } = await new Objects(client, signal, { object }).listed(path, { limit: "1" });
    return records.length > 0 ? "filled" : "empty";
  } catch (error) {
    if (isMissing(error)) return error;
    throw error;
  }
}

const refusalOf = (scope: string, { failure }: FailureError): Refusal => ({
  failure,
  reason:
    failure.code === "source-no-right"
      ? {
          fr: `L'accès à HubSpot n'a pas la portée « ${scope} ».`,
          en: `Access to HubSpot lacks the scope “${scope}”.`,
        }
      : {
          fr: "Ce compte HubSpot n'a pas cet objet dans son abonnement.",
          en: "This HubSpot account's plan does not have this object.",
        },
});
