import { z } from "zod";
import type { Failure } from "../../sales/failure";
import type { Text } from "../../sales/text";
import { type Granted, grantedOf, inParallel, isMissing } from "../kit";
import { APPOINTMENT, UNTYPED, visits } from "./activity";
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
  await inParallel(CONTENTS, async (content) => {
    const { part, table } = content;
    const first = { limit: 1, sortfield: part.idColumn };
    await client.list(part.resource, first, signal, table).catch((error) => {
      if (!isMissing(error)) throw error;
      refusals.set(content, error.failure);
    });
  });
  return grantedOf(CONTENTS, (content) => {
    const failure = refusals.get(content);
    return failure && { failure, reason: reasonOf(content.part.resource) };
  });
}

/**
 * The kinds of events that are visits where nobody chose any: appointments, or, where a Dolibarr as it is installed
 * enters all events without a type and has no appointment, those.
 */
export async function askVisitKinds(
  client: DolibarrClient,
  contents: readonly Content[],
  signal: AbortSignal,
): Promise<readonly number[]> {
  if (!contents.some(({ part }) => part === visits)) return [APPOINTMENT];
  const [appointments, untyped] = await inParallel([APPOINTMENT, UNTYPED], async (kind) => {
    const wanted = { limit: 1, sortfield: visits.idColumn, sqlfilters: `(t.fk_action:=:${kind})` };
    return (await client.list(visits.resource, wanted, signal)).length > 0;
  });
  return untyped && !appointments ? [UNTYPED] : [APPOINTMENT];
}

/** Lists of the API by the words of Dolibarr's own menus. */
const LISTS: Readonly<Record<string, Text>> = {
  users: { fr: "les autres utilisateurs", en: "other users" },
  thirdparties: { fr: "les tiers", en: "third parties" },
  products: { fr: "les produits et services", en: "products and services" },
  orders: { fr: "les commandes clients", en: "sales orders" },
  invoices: { fr: "les factures clients", en: "customer invoices" },
  projects: { fr: "les projets", en: "projects" },
  agendaevents: { fr: "l'agenda", en: "the agenda" },
  tickets: { fr: "les tickets", en: "tickets" },
};

/** Dolibarr answers alike for a right that is missing and a module that is not activated. */
const reasonOf = (resource: string): Text => {
  const { fr, en } = LISTS[resource] ?? { fr: resource, en: resource };
  return {
    fr: `Votre compte Dolibarr n'a pas le droit de lire ${fr}, ou le module n'y est pas activé.`,
    en: `Your Dolibarr account may not read ${en}, or the module is not activated there.`,
  };
};

/** The server's zone, as the dates of its oldest and newest orders and invoices tell it. */
export async function askZone(
  client: DolibarrClient,
  contents: readonly Content[],
  signal: AbortSignal,
): Promise<ServerZone> {
  const dated = [
    ["orders", "t.date_commande"],
    ["invoices", "t.datef"],
  ] as const;
  const samples = dated
    .filter(([resource]) => contents.some(({ part }) => part.resource === resource))
    .flatMap(([resource, sortfield]) =>
      ["ASC", "DESC"].map((sortorder) => ({ resource, sortfield, sortorder })),
    );
  const found = await inParallel(samples, async ({ resource, ...order }) => {
    const wanted = { ...order, limit: SAMPLE, page: 0 };
    return DATED.safeParse(await client.list(resource, wanted, signal)).data ?? [];
  });
  const midnights = found.flat().flatMap(({ date }) => date ?? []);
  return serverZone([...new Set(midnights)], Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** The newest change that the database holds, in seconds since 1970; 0 where it holds none. */
export async function askNewest(
  client: DolibarrClient,
  contents: readonly Content[],
  signal: AbortSignal,
): Promise<number> {
  const dated = contents.filter(({ part }) => part.changedSince);
  const moments = await inParallel(dated, async ({ part }) => {
    const wanted = { sortfield: "t.tms", sortorder: "DESC", limit: 1, page: 0 };
    const [record] = TOUCHED.safeParse(await client.list(part.resource, wanted, signal)).data ?? [];
    const { date_modification, datem, date_m, tms } = record ?? {};
    return date_modification ?? datem ?? date_m ?? tms ?? 0;
  });
  return Math.max(0, ...moments);
}

/**
 * A mark from the newest change, in the database's own words: what comes later bears a later moment. With a margin, and
 * so much earlier where the zone is not sure.
 */
export function markOf(newest: number, { timeZone, told }: ServerZone): string {
  if (newest === 0) return BEGINNING;
  const began = newest - MARGIN - (told ? 0 : GUESSED);
  const clocksWentBack = offsetAt(timeZone, began) < offsetAt(timeZone, began - 2 * FOLD);
  return wallClock(timeZone, began - (clocksWentBack ? 2 * FOLD : 0));
}
