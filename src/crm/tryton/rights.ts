import { z } from "zod";
import { failure } from "../../sales/failure";
import { type Granted, grantedOf, type Refusal } from "../kit";
import { LABEL, type TrytonClient } from "./client";
import { CONTENTS, type Content } from "./contents";
import { flag } from "./values";

const ACCESS = z.record(z.string(), z.looseObject({ read: flag }));
const MODELS = [
  ...new Set(
    CONTENTS.flatMap(({ needs, part }) => [
      ...Object.keys(needs),
      ...part.touchedBy.map(({ model }) => model),
    ]),
  ),
];

/** Rights of this person in this Tryton: the modules that are there and his own rights. */
export interface Rights extends Granted<Content> {
  readonly reads: (model: string) => boolean;
  /** True where every change of what the rows are made of would be noticed. */
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
  const granted = grantedOf(CONTENTS, (content) => refusalOf(content, present, reads));
  const canFollow = granted.contents.every(({ part }) =>
    part.touchedBy.every(({ model, hidden }) => !hidden || !present.has(model) || reads(model)),
  );
  return { ...granted, reads, canFollow };
}

function refusalOf(
  { needs, table }: Content,
  present: ReadonlySet<string>,
  reads: Rights["reads"],
): Refusal | undefined {
  const source = LABEL.fr;
  const absent = Object.entries(needs).find(([model]) => !present.has(model));
  if (absent) {
    const [, module] = absent;
    return {
      failure: failure("source-module-missing", { source, module }),
      reason: {
        fr: `Le module « ${module} » n'est pas activé dans ce Tryton.`,
        en: `The module “${module}” is not activated in this Tryton.`,
      },
    };
  }
  const hidden = Object.keys(needs).find((model) => !reads(model));
  if (hidden === undefined) return undefined;
  return {
    failure: failure("source-no-right", { source, table, model: hidden }),
    reason: {
      fr: `Votre compte Tryton n'a pas le droit de lire ${hidden}.`,
      en: `Your Tryton account may not read ${hidden}.`,
    },
  };
}
