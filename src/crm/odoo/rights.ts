import { z } from "zod";
import { type Failure, failure } from "../../sales/failure";
import type { Text } from "../../sales/text";
import { type Granted, grantedOf, inParallel, isMissing, type Refusal } from "../kit";
import { CONTENTS, type Content, WITHOUT_COSTS } from "./contents";
import { orderLines } from "./orders";
import { LABEL, type OdooClient } from "./protocol";

/** Rights of this person in this Odoo: the modules that are there and his own rights. */
export interface Rights extends Granted<Content> {
  reads(model: string): boolean;
  /** True where a model has a field that this person may read. */
  has(model: string, field: string): boolean;
}

/** A model that may be read, with its fields; or why not. */
type Seen = { readonly fields: ReadonlySet<string> } | { readonly why: Failure };

const MODELS = [...new Set(CONTENTS.flatMap(({ needs }) => Object.keys(needs)))];
const FIELDS = z.record(z.string(), z.unknown());

/** Throws FailureError `source-module-missing` or `source-no-right` when Vigie cannot do without what is missing. */
export async function askRights(client: OdooClient, signal: AbortSignal): Promise<Rights> {
  const seen = new Map(
    await inParallel(MODELS, async (model) => [model, await look(client, model, signal)] as const),
  );
  const granted = grantedOf(CONTENTS, (content) => refusalOf(content, seen));
  const has = (model: string, field: string) => fieldsOf(seen.get(model))?.has(field) === true;
  const sells = granted.contents.some(({ part }) => part === orderLines);
  return {
    ...granted,
    lacks: [...granted.lacks, ...(sells && !has("sale.order.line", "purchase_price") ? [WITHOUT_COSTS] : [])],
    reads: (model) => fieldsOf(seen.get(model)) !== undefined,
    has,
  };
}

const fieldsOf = (seen: Seen | undefined) => (seen && "fields" in seen ? seen.fields : undefined);

/** Odoo tells fields even of models that it then refuses to read: both are asked. */
async function look(client: OdooClient, model: string, signal: AbortSignal): Promise<Seen> {
  try {
    const count = { model, method: "search_count", named: { domain: [], limit: 1 } } as const;
    const fields = { model, method: "fields_get", named: { attributes: ["type"] } } as const;
    const [told] = await Promise.all([
      client.ask(fields, FIELDS, signal),
      client.ask(count, z.number(), signal),
    ]);
    return { fields: new Set(Object.keys(told)) };
  } catch (error) {
    if (isMissing(error)) return { why: error.failure };
    throw error;
  }
}

function refusalOf({ needs, part, table }: Content, seen: ReadonlyMap<string, Seen>): Refusal | undefined {
  for (const [model, module] of Object.entries(needs)) {
    const found = seen.get(model);
    if (!found || !("why" in found)) continue;
    return found.why.code === "source-module-missing" ? withoutModule(module) : withoutRight(table, model);
  }
  const fields = fieldsOf(seen.get(part.model));
  const hidden = part.fields.needed.find((field) => !fields?.has(field));
  return hidden === undefined ? undefined : withoutRight(table, `${part.model}.${hidden}`);
}

const source = LABEL.fr;

const withoutModule = (module: string): Refusal => ({
  failure: failure("source-module-missing", { source, module }),
  reason: {
    fr: `Le module « ${module} » n'est pas installé dans cet Odoo.`,
    en: `The module “${module}” is not installed in this Odoo.`,
  },
});

/** Models by the words of Odoo's own menus. */
const MODELS_CALLED: Readonly<Record<string, Text>> = {
  "res.users": { fr: "les utilisateurs", en: "users" },
  "res.partner": { fr: "les contacts", en: "contacts" },
  "product.product": { fr: "les articles", en: "products" },
  "sale.order": { fr: "les commandes", en: "sales orders" },
  "sale.order.line": { fr: "les lignes de commande", en: "sales order lines" },
  "account.move": { fr: "les factures", en: "invoices" },
  "account.move.line": { fr: "les lignes de facture", en: "invoice lines" },
  "calendar.event": { fr: "l'agenda", en: "the calendar" },
  "crm.lead": { fr: "les pistes et opportunités", en: "leads and opportunities" },
  "crm.stage": { fr: "les étapes des opportunités", en: "stages of opportunities" },
  "mailing.mailing": { fr: "les e-mailings", en: "mailings" },
};

/** `model` may name a field of it too: `res.partner.industry_id`. */
const withoutRight = (table: string, model: string): Refusal => {
  const known = Object.keys(MODELS_CALLED).filter((name) => model === name || model.startsWith(`${name}.`));
  const { fr, en } = MODELS_CALLED[known.sort((one, other) => other.length - one.length)[0] ?? ""] ?? {
    fr: model,
    en: model,
  };
  return {
    failure: failure("source-no-right", { source, table, model }),
    reason: {
      fr: `Votre compte Odoo n'a pas le droit de lire ${fr}.`,
      en: `Your Odoo account may not read ${en}.`,
    },
  };
};
