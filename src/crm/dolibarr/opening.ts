import { z } from "zod";
import type { Failure } from "../../sales/failure";
import type { Text } from "../../sales/text";
import { type Granted, grantedOf, isMissing } from "../kit";
import type { DolibarrClient } from "./client";
import { CONTENTS, type Content } from "./contents";
import { offsetAt, type ServerZone, serverZone, wallClock } from "./serverZone";
import { seconds } from "./values";

/** Changes bear the moment their transaction began; PHP ends a request after minutes at most. */
const MARGIN = 5 * 60;
/** When clocks go back an hour comes twice, and a database's text does not tell which one is meant. */
const FOLD = 60 * 60;
/** A zone that was guessed may be off by as much. */
const GUESSED = 26 * 60 * 60;
const BEGINNING = "1970-01-01 00:00:00";
const SAMPLE = 50;

const DATED = z.array(z.looseObject({ date: seconds.catch(undefined) }));
/** The date of change has a name of its own in each list. */
const moved = seconds.catch(undefined);
const TOUCHED = z.array(z.looseObject({ date_modification: moved, datem: moved, date_m: moved, tms: moved }));

/** What this person may read. Throws `source-no-right` or `source-module-missing` when Vigie cannot do without. */
export async function askContents(client: DolibarrClient, signal: AbortSignal): Promise<Granted<Content>> {
  const refusals = new Map<Content, Failure>();
  for (const content of CONTENTS) {
    const { part, table } = content;
    const first = { limit: 1, sortfield: part.idColumn };
    await client.list(part.resource, first, signal, table).catch((error) => {
      if (!isMissing(error)) throw error;
      refusals.set(content, error.failure);
    });
  }
  return grantedOf(CONTENTS, (content) => {
    const failure = refusals.get(content);
    return failure && { failure, reason: reasonOf(content.part.resource) };
  });
}

/** Dolibarr answers alike for a right that is missing and a module that is not activated. */
const reasonOf = (resource: string): Text => ({
  fr: `Votre compte Dolibarr n'a pas le droit de lire « ${resource} », ou le module n'y est pas activé.`,
  en: `Your Dolibarr account may not read “${resource}”, or the module is not activated there.`,
});

/** The server's zone, as the dates of its oldest and newest orders and invoices tell it. */
export async function askZone(
  client: DolibarrClient,
  contents: readonly Content[],
  signal: AbortSignal,
): Promise<ServerZone> {
  const midnights: number[] = [];
  for (const [resource, column] of [
    ["orders", "t.date_commande"],
    ["invoices", "t.datef"],
  ] as const) {
    if (!contents.some(({ part }) => part.resource === resource)) continue;
    for (const sortorder of ["ASC", "DESC"]) {
      const wanted = { sortfield: column, sortorder, limit: SAMPLE, page: 0 };
      const dated = DATED.safeParse(await client.list(resource, wanted, signal)).data ?? [];
      midnights.push(...dated.flatMap(({ date }) => date ?? []));
    }
  }
  return serverZone([...new Set(midnights)], Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/**
 * The newest change that the database holds, in its own words: what comes later bears a later moment. With a margin,
 * and so much earlier where the zone is not sure.
 */
export async function askMark(
  client: DolibarrClient,
  contents: readonly Content[],
  { timeZone, told }: ServerZone,
  signal: AbortSignal,
): Promise<string> {
  let newest = 0;
  for (const { part } of contents) {
    if (!part.changedSince) continue;
    const wanted = { sortfield: "t.tms", sortorder: "DESC", limit: 1, page: 0 };
    const [record] = TOUCHED.safeParse(await client.list(part.resource, wanted, signal)).data ?? [];
    const { date_modification, datem, date_m, tms } = record ?? {};
    newest = Math.max(newest, date_modification ?? datem ?? date_m ?? tms ?? 0);
  }
  if (newest === 0) return BEGINNING;
  const began = newest - MARGIN - (told ? 0 : GUESSED);
  const clocksWentBack = offsetAt(timeZone, began) < offsetAt(timeZone, began - 2 * FOLD);
  return wallClock(timeZone, began - (clocksWentBack ? 2 * FOLD : 0));
}
