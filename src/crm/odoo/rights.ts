import { z } from "zod";
import { type Failure, FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { CONTENTS, type Content, WITHOUT_COSTS } from "./contents";
import { orderLines } from "./orders";
import { LABEL, type OdooClient } from "./protocol";

/** What this person can get out of this Odoo: the modules that are there and his own rights. */
export interface Rights {
  readonly contents: readonly Content[];
  readonly tables: readonly TableName[];
  /** What is missing and why, for the pane. */
  readonly lacks: readonly Text[];
  reads(model: string): boolean;
  /** Whether a model has a field that this person may read. */
  has(model: string, field: string): boolean;
}

/** A model that may be read, with its fields; or why not. */
type Seen = { readonly fields: ReadonlySet<string> } | { readonly why: Failure };

const MODELS = [...new Set(CONTENTS.flatMap(({ needs }) => Object.keys(needs)))];
const FIELDS = z.record(z.string(), z.unknown());

/** Throws FailureError `source-module-missing` or `source-no-right` when Vigie cannot do without what is missing. */
export async function askRights(client: OdooClient, signal: AbortSignal): Promise<Rights> {
  const seen = new Map<string, Seen>();
  // One after the other: an Odoo has few workers.
  for (const model of MODELS) seen.set(model, await look(client, model, signal));
  const reads = (model: string) => fieldsOf(seen.get(model)) !== undefined;
  const has = (model: string, field: string) => fieldsOf(seen.get(model))?.has(field) === true;
  const why = (content: Content) => whyNot(content, seen);
  const contents = CONTENTS.filter((content) => why(content) === undefined);
  const lacks = CONTENTS.flatMap((content) => {
    const reason = why(content);
    return reason ? [lackOf(content, reason)] : [];
  });
  const costs = contents.some(({ part }) => part === orderLines) && !has("sale.order.line", "purchase_price");
  return {
    contents,
    tables: [...new Set(contents.map(({ table }) => table))],
    lacks: [...lacks, ...(costs ? [WITHOUT_COSTS] : [])],
    reads,
    has,
  };
}

const fieldsOf = (seen: Seen | undefined) => (seen && "fields" in seen ? seen.fields : undefined);

/** Odoo tells fields even of models that it then refuses to read: both are asked. */
async function look(client: OdooClient, model: string, signal: AbortSignal): Promise<Seen> {
  try {
    const count = { model, method: "search_count", named: { domain: [], limit: 1 } } as const;
    await client.ask(count, z.number(), signal);
    const fields = { model, method: "fields_get", named: { attributes: ["type"] } } as const;
    return { fields: new Set(Object.keys(await client.ask(fields, FIELDS, signal))) };
  } catch (error) {
    if (error instanceof FailureError && isMissing(error.failure)) return { why: error.failure };
    throw error;
  }
}

const isMissing = ({ code }: Failure) => code === "source-no-right" || code === "source-module-missing";

function whyNot({ needs, part, table }: Content, seen: ReadonlyMap<string, Seen>): Failure | undefined {
  const source = LABEL.fr;
  for (const [model, module] of Object.entries(needs)) {
    const found = seen.get(model);
    if (!found || !("why" in found)) continue;
    return found.why.code === "source-module-missing"
      ? failure("source-module-missing", { source, module })
      : failure("source-no-right", { source, table, model });
  }
  const fields = fieldsOf(seen.get(part.model));
  const hidden = part.fields.needed.find((field) => !fields?.has(field));
  return hidden === undefined
    ? undefined
    : failure("source-no-right", { source, table, model: `${part.model}.${hidden}` });
}

function lackOf({ without }: Content, why: Failure): Text {
  if (!without) throw new FailureError(why);
  const { module, model } = why.params;
  return why.code === "source-module-missing"
    ? {
        fr: `Le module « ${module} » n'est pas installé dans cet Odoo. Il manque ${without.fr}.`,
        en: `The module “${module}” is not installed in this Odoo. Missing: ${without.en}.`,
      }
    : {
        fr: `Votre compte Odoo n'a pas le droit de lire ${model}. Il manque ${without.fr}.`,
        en: `Your Odoo account may not read ${model}. Missing: ${without.en}.`,
      };
}
