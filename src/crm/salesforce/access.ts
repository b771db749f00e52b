import { z } from "zod";
import { failure } from "../../sales/failure";
import { type Granted, grantedOf, type Refusal } from "../kit";
import type { SalesforceClient } from "./client";
import { CONTENTS, type Content } from "./contents";
import { LABEL, ToldError } from "./errors";
import type { SalesforcePart } from "./part";

const DESCRIPTION = z.object({
  queryable: z.boolean(),
  fields: z.array(z.object({ name: z.string() })),
});
const OBJECTS = [
  ...new Set(CONTENTS.flatMap(({ part }) => [part.object, ...part.fields.map(({ object }) => object)])),
];

/** What this person can get out of this Salesforce: its objects, and of each the fields he may see. */
export interface Access extends Granted<Content> {
  readonly sees: (object: string, field: string) => boolean;
}

/** Throws FailureError `source-no-right` when Vigie cannot do without what is missing. */
export async function askAccess(client: SalesforceClient, signal: AbortSignal): Promise<Access> {
  const visible = new Map<string, ReadonlySet<string>>();
  for (const object of OBJECTS) visible.set(object, await fieldsOf(client, object, signal));
  const sees = (object: string, field: string) => visible.get(object)?.has(field) === true;
  return { ...grantedOf(CONTENTS, (content) => refusalOf(content, visible)), sees };
}

/** The fields this person may query; none when the object is not there, or hidden from him. */
async function fieldsOf(client: SalesforceClient, object: string, signal: AbortSignal): Promise<Set<string>> {
  try {
    const described = await client.resource(`/sobjects/${object}/describe`, DESCRIPTION, signal);
    return new Set(described.queryable ? described.fields.map(({ name }) => name) : []);
  } catch (error) {
    if (error instanceof ToldError && error.failure.code === "source-no-right") return new Set();
    throw error;
  }
}

/** The first field that a part cannot do without and this person does not see; the object itself if all of it. */
function hiddenFrom(part: SalesforcePart, visible: ReadonlyMap<string, ReadonlySet<string>>) {
  const hidden = part.fields.find(
    ({ object, name, optional }) => !optional && !visible.get(object)?.has(name),
  );
  if (!hidden) return undefined;
  return visible.get(hidden.object)?.size ? `${hidden.object}.${hidden.name}` : hidden.object;
}

function refusalOf(
  { table, part }: Content,
  visible: ReadonlyMap<string, ReadonlySet<string>>,
): Refusal | undefined {
  const hidden = hiddenFrom(part, visible);
  if (hidden === undefined) return undefined;
  return {
    failure: failure("source-no-right", { source: LABEL.fr, table, model: hidden }),
    reason: {
      fr: `${hidden} n'est pas activé dans ce Salesforce, ou votre compte n'a pas le droit de le lire.`,
      en: `${hidden} is not enabled in this Salesforce, or your account may not read it.`,
    },
  };
}
