import { FailureError } from "../../sales/failure";
import type { Text } from "../../sales/text";
import { type Granted, grantedOf, isMissing, type Refusal } from "../kit";
import type { HubSpotClient } from "./client";
import { CONTENTS, type Content, saleContents } from "./contents";
import { Objects } from "./objects";
import { SALES, type SaleKind } from "./sales";

/** What this token can read of this account. */
export interface Rights extends Granted<Content> {
  readonly sales: SaleKind;
}

type Readable = "empty" | "filled" | FailureError;

/**
 * Asks for one record of everything, all at once. A scope that was not granted, or an object the account's plan does
 * not have, leaves its table out; throws FailureError `source-no-right` or `source-module-missing` when Vigie cannot
 * do without it. `chosen` by the administrator: by default orders where there are any.
 */
export async function askRights(
  client: HubSpotClient,
  chosen: SaleKind["object"] | "auto",
  signal: AbortSignal,
): Promise<Rights> {
  const possible = [...CONTENTS, ...Object.values(SALES).flatMap(saleContents)];
  const objects = new Map(possible.map(({ part }) => [part.object, part.path]));
  const found = new Map(
    await Promise.all(
      Array.from(
        objects,
        async ([object, path]) => [object, await firstOf(client, path, object, signal)] as const,
      ),
    ),
  );
  const auto = found.get("orders") === "filled" ? "orders" : "deals";
  const sales = SALES[chosen === "auto" ? auto : chosen];
  const granted = grantedOf<Content>([...CONTENTS, ...saleContents(sales)], ({ part, scope }) => {
    const readable = found.get(part.object);
    return readable instanceof FailureError ? refusalOf(scope, readable) : undefined;
  });
  return {
    ...granted,
    lacks: [...(sales.object === "deals" ? [DEALS_AS_ORDERS] : []), ...granted.lacks],
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
  object: string,
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
