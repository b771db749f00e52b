import { changesLost, inParallel } from "../kit";
import type { Content } from "./contents";
import type { Domain, Part } from "./part";
import { LABEL } from "./protocol";
import { questions } from "./questions";
import type { Rights } from "./rights";
import type { Session } from "./session";

/** A record bears the moment its transaction began, and Odoo ends a request after two minutes. */
const MARGIN_MS = 5 * 60_000;
const MARK = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const BEGINNING = "1970-01-01 00:00:00";

/** The newest change that Odoo holds, by its own clock: what comes later bears a later moment. */
export async function askMark(session: Session, signal: AbortSignal): Promise<string> {
  const ask = questions(session, signal);
  const models = [...new Set(session.rights.contents.map(({ part }) => part.model))];
  const moments = await inParallel(models, ask.newest);
  const newest = moments.reduce<string>(
    (latest, moment) => (moment !== undefined && moment > latest ? moment : latest),
    BEGINNING,
  );
  if (newest === BEGINNING) return newest;
  const milliseconds = Date.parse(`${newest.replace(" ", "T")}Z`) - MARGIN_MS;
  return new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");
}

/** A mark as part of a question: nothing but a moment may be. */
export function readMark(mark: string): string {
  if (MARK.test(mark)) return mark;
  throw changesLost(LABEL.fr);
}

/** By `write_date`, which Odoo moves with every field it stores, computed ones included. */
export function changedSince({ model, touchedBy }: Part, since: string, rights: Rights): Domain {
  if (touchedBy === "always") return [];
  const paths = touchedBy
    .filter(({ path }) => rights.has(model, path.split(".", 1)[0] ?? ""))
    .filter((touch) => touch.model === undefined || rights.reads(touch.model))
    .map(({ path }) => `${path}.`);
  return any(["", ...paths].map((path) => [`${path}write_date`, ">=", since]));
}

/** Records of each content there are now. */
export async function countsOf(session: Session, signal: AbortSignal): Promise<ReadonlyMap<Content, number>> {
  const ask = questions(session, signal);
  const counted = async (content: Content) =>
    [content, await ask.count(content.part.model, content.part.domain(ask))] as const;
  return new Map(await inParallel(session.rights.contents, counted));
}

/** Conditions of which one at least holds. */
const any = (conditions: Domain): Domain => [
  ...Array.from({ length: conditions.length - 1 }, () => "|"),
  ...conditions,
];
