import { FailureError } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import type { HubSpotClient } from "./client";
import { CONTENTS, type Content, LINES, ORDERS } from "./contents";
import { Objects } from "./objects";
import type { SaleKind } from "./sales";

/** What this token can read of this account. */
export interface Rights {
  readonly contents: readonly Content[];
  readonly tables: readonly TableName[];
  readonly lacks: readonly Text[];
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
  const contents: Content[] = [];
  const lacks: Text[] = sales === "deals" ? [DEALS_AS_ORDERS] : [];
  for (const { content, found } of asked) {
    if (!(found instanceof FailureError)) contents.push(content);
    else if (content.without) lacks.push(lackOf(content.scope, content.without, found));
    else throw found;
  }
  return { contents, tables: [...contents.map(({ table }) => table), "order_lines"], lacks, sales };
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
    const absent = error instanceof FailureError && ABSENT.has(error.failure.code);
    if (absent) return error;
    throw error;
  }
}

const ABSENT: ReadonlySet<string> = new Set(["source-no-right", "source-module-missing"]);

const lackOf = (scope: string, without: Text, { failure }: FailureError): Text =>
  failure.code === "source-no-right"
    ? {
        fr: `L'accès à HubSpot n'a pas la portée « ${scope} ». Il manque ${without.fr}.`,
        en: `Access to HubSpot lacks the scope “${scope}”. Missing: ${without.en}.`,
      }
    : {
        fr: `Ce compte HubSpot n'a pas cet objet dans son abonnement. Il manque ${without.fr}.`,
        en: `This HubSpot account's plan does not have this object. Missing: ${without.en}.`,
      };
