import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import type { DataverseClient } from "./client";
import { CONTENTS, type Content } from "./contents";
import { LABEL, type Meaning, ToldError } from "./errors";
import type { DynamicsPart } from "./part";

/** What this person can get out of this Dynamics. */
export interface Access {
  readonly contents: readonly Content[];
  readonly tables: readonly TableName[];
  /** What is missing and why, for the pane. */
  readonly lacks: readonly Text[];
  /** Whether the records of a set can be read. */
  readonly reads: (set: string) => boolean;
}

/** One record of each is asked for. Throws FailureError `source-no-right` without users and accounts. */
export async function askAccess(client: DataverseClient, signal: AbortSignal): Promise<Access> {
  const refusals = new Map<DynamicsPart, Meaning>();
  for (const { part, table } of CONTENTS) {
    const refusal = await tried(client, part, signal, table);
    if (refusal) refusals.set(part, refusal);
  }
  const reads = (set: string) => CONTENTS.some(({ part }) => part.set === set && !refusals.has(part));
  const contents: Content[] = [];
  const lacks: Text[] = [];
  for (const content of CONTENTS) {
    const refusal = refusals.get(content.part);
    const orphan = content.needs && !contents.some(({ table }) => table === content.needs);
    const { pointedToBy } = content.part;
    const unpointed = pointedToBy && !Object.keys(pointedToBy).some(reads);
    if (!refusal && !orphan && !unpointed) contents.push(content);
    else if (!unpointed) lacks.push(lackOf(content, refusal));
  }
  return { contents, tables: [...new Set(contents.map(({ table }) => table))], lacks, reads };
}

async function tried(
  client: DataverseClient,
  { set, columns }: DynamicsPart,
  signal: AbortSignal,
  table: TableName,
): Promise<Meaning | undefined> {
  try {
    await client.first(`${set}?${columns}`, 1, signal, table);
    return undefined;
  } catch (error) {
    if (error instanceof ToldError) return error.meaning;
    throw error;
  }
}

function lackOf({ table, without, part }: Content, refusal: Meaning | undefined): Text {
  if (!without)
    throw new FailureError(failure("source-no-right", { source: LABEL.fr, table, model: part.entity }));
  const { fr, en } = REASONS[refusal ?? "needs"] ?? REASONS.absent!;
  return {
    fr: `${fr.replace("{entity}", part.entity)} Il manque ${without.fr}.`,
    en: `${en.replace("{entity}", part.entity)} Missing: ${without.en}.`,
  };
}

const REASONS: Readonly<Record<string, Text>> = {
  "no-right": {
    fr: "Votre compte Dynamics n'a pas le droit de lire {entity}, ou ce qu'elle cite.",
    en: "Your Dynamics account may not read {entity}, or what it refers to.",
  },
  absent: {
    fr: "La table {entity} n'existe pas dans cet environnement : l'application n'y est pas installée.",
    en: "There is no table {entity} in this environment: its application is not installed.",
  },
  "asked-wrongly": {
    fr: "La table {entity} de cet environnement n'a pas toutes ses colonnes d'origine.",
    en: "The table {entity} of this environment lacks some of its original columns.",
  },
  needs: {
    fr: "Les produits de Dynamics manquent, donc aussi {entity}.",
    en: "Dynamics' products are missing, and so is {entity}.",
  },
};
