import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { LABEL, type TrytonClient } from "./client";
import { CONTENTS, type Content } from "./contents";
import { flag } from "./values";

const ACCESS = z.record(z.string(), z.looseObject({ read: flag }));
const MODELS = [
  ...new Set(
    CONTENTS.flatMap(({ needs, part }) => [...Object.keys(needs), ...part.watches.map(({ model }) => model)]),
  ),
];

/** What this person can get out of this Tryton: the modules that are there and his own rights. */
export interface Rights {
  readonly contents: readonly Content[];
  readonly tables: readonly TableName[];
  /** What is missing and why, for the pane. */
  readonly lacks: readonly Text[];
  readonly reads: (model: string) => boolean;
  /** Whether every change of what the rows are made of would be noticed. */
  readonly canFollow: boolean;
}

/** Throws FailureError `source-module-missing` or `source-no-right` when Vigie cannot do without what is missing. */
export async function askRights(
  client: TrytonClient,
  context: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Rights> {
  const present = new Set(
    await client.call("model.ir.model.list_models", [context], z.array(z.string()), signal),
  );
  // Asked about a model that does not exist, Tryton answers with an error.
  const asked = MODELS.filter((model) => present.has(model));
  const access = await client.call("model.ir.model.access.get_access", [asked, context], ACCESS, signal);
  const reads = (model: string) => present.has(model) && access[model]?.read === true;
  const readable = (content: Content) => Object.keys(content.needs).every(reads);
  const contents = CONTENTS.filter(readable);
  const lacks = CONTENTS.filter((content) => !readable(content)).map((content) =>
    lackOf(content, present, reads),
  );
  const canFollow = contents.every(({ part }) =>
    part.watches.every(({ model, hidden }) => !hidden || !present.has(model) || reads(model)),
  );
  return { contents, tables: [...new Set(contents.map(({ table }) => table))], lacks, reads, canFollow };
}

function lackOf(
  { needs, without, table }: Content,
  present: ReadonlySet<string>,
  reads: Rights["reads"],
): Text {
  const [absent] = Object.entries(needs).filter(([model]) => !present.has(model));
  const hidden = Object.keys(needs).find((model) => !reads(model)) ?? "";
  const source = LABEL.fr;
  if (!without)
    throw new FailureError(
      absent
        ? failure("source-module-missing", { source, module: absent[1] })
        : failure("source-no-right", { source, table, model: hidden }),
    );
  return absent
    ? {
        fr: `Le module « ${absent[1]} » n'est pas activé dans ce Tryton. Il manque ${without.fr}.`,
        en: `The module “${absent[1]}” is not activated in this Tryton. Missing: ${without.en}.`,
      }
    : {
        fr: `Votre compte Tryton n'a pas le droit de lire ${hidden}. Il manque ${without.fr}.`,
        en: `Your Tryton account may not read ${hidden}. Missing: ${without.en}.`,
      };
}
