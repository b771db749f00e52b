import { FailureError, failure } from "../../sales/failure";
import type { ChangeFeed } from "../changes";
import { TableReadings } from "../tableReading";
import type { Domain, Part } from "./part";
import { LABEL } from "./protocol";
import { questions } from "./questions";
import { readingOf } from "./reading";
import { beginning, type Session } from "./session";

/** A record bears the moment its transaction began, and Odoo ends a request after two minutes. */
const MARGIN_MS = 5 * 60_000;
const MARK = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const LOST = failure("source-changes-lost", { source: LABEL.fr });
const BEGINNING = "1970-01-01 00:00:00";

/** Changes by `write_date`, which Odoo moves with every field it stores, computed ones included. */
export async function changesOf(session: Session, signal: AbortSignal): Promise<ChangeFeed> {
  const mark = await markOf(session, signal);
  const tables = new TableReadings(LABEL.fr);
  return {
    mark,
    async list(table, since, cursor, pageSignal) {
      if (!MARK.test(since)) throw new FailureError(LOST);
      beginning(session, table, cursor);
      const ask = questions(session, pageSignal, table);
      const { pageSize } = session;
      const parts = session
        .partsOf(table)
        .map((part) => readingOf(part, ask, { pageSize, within: changedSince(part, since, session) }));
      return tables.page(table, cursor, parts).catch((error) => {
        // What rows refer to may be read, but not searched by: only a full load is safe then.
        const lost = error instanceof FailureError && error.failure.code === "source-no-right";
        throw lost ? new FailureError(LOST) : error;
      });
    },
    async presentIds(table, idsSignal) {
      const ask = questions(session, idsSignal, table);
      const ids: string[] = [];
      for (const part of session.partsOf(table)) {
        const found = await ask.ids(part.model, part.domain(ask));
        ids.push(...found.map(part.rowId), ...part.extra.map(({ values }) => String(values.id)));
      }
      return ids;
    },
  };
}

/** The newest change that Odoo holds, by its own clock: what comes later bears a later moment. */
async function markOf(session: Session, signal: AbortSignal): Promise<string> {
  const ask = questions(session, signal);
  const models = new Set(session.rights.contents.map(({ part }) => part.model));
  let newest = BEGINNING;
  for (const model of models) {
    const moment = await ask.newest(model);
    if (moment !== undefined && moment > newest) newest = moment;
  }
  if (newest === BEGINNING) return newest;
  const milliseconds = Date.parse(`${newest.replace(" ", "T")}Z`) - MARGIN_MS;
  return new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");
}

/** Conditions of which one at least holds. */
const any = (conditions: Domain): Domain => [
  ...Array.from({ length: conditions.length - 1 }, () => "|"),
  ...conditions,
];

function changedSince({ model, touchedBy }: Part, since: string, { rights }: Session): Domain {
  if (touchedBy === "always") return [];
  const paths = touchedBy
    .filter(({ path }) => rights.has(model, path.split(".", 1)[0] ?? ""))
    .filter(({ needs }) => needs === undefined || rights.reads(needs))
    .map(({ path }) => `${path}.`);
  return any(["", ...paths].map((path) => [`${path}write_date`, ">=", since]));
}
