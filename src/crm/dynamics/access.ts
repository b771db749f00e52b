import { failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { type Granted, grantedOf, type Refusal } from "../kit";
import type { DataverseClient } from "./client";
import { CONTENTS, type Content } from "./contents";
import { LABEL, type Meaning, ToldError } from "./errors";
import type { DynamicsPart } from "./part";

/** What this person can get out of this Dynamics. */
export interface Access extends Granted<Content> {
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
  // Of contacts, none count where nothing that may be read points to them.
  const wanted = CONTENTS.filter(
    ({ part: { pointedToBy } }) => !pointedToBy || Object.keys(pointedToBy).some(reads),
  );
  return { ...grantedOf(wanted, (content) => refusalOf(content, refusals.get(content.part))), reads };
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

function refusalOf({ table, part: { entity } }: Content, meaning: Meaning | undefined): Refusal | undefined {
  if (!meaning) return undefined;
  const { fr, en } = REASONS[meaning] ?? REASONS.absent!;
  return {
    failure: failure("source-no-right", { source: LABEL.fr, table, model: entity }),
    reason: { fr: fr.replace("{entity}", entity), en: en.replace("{entity}", entity) },
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
};
