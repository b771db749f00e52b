import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { ChangeFeed } from "../changes";
import type { CrmClock } from "../crmClock";
import { TableReadings } from "../tableReading";
import { changedSince } from "./changed";
import { LABEL } from "./client";
import type { Part } from "./part";
import type { Questions } from "./questions";
import { readingOf } from "./reading";

/** What changes are followed with. */
export interface Following {
  readonly clock: CrmClock;
  /** How long before a mark a transaction may have begun that was not to be seen yet: it is read again. */
  readonly marginSeconds: number;
  readonly pageSize: number;
  readonly partsOf: (table: TableName) => readonly Part[];
  readonly ask: (table: TableName, signal: AbortSignal) => Questions;
}

/**
 * What changed in Tryton, by its dates of making and changing; what left, by the ids that are there. A mark is a
 * moment of the server's own clock.
 */
export function changeFeed({ clock, marginSeconds, pageSize, partsOf, ask }: Following): ChangeFeed {
  const tables = new TableReadings(LABEL.fr);
  return {
    get mark() {
      return new Date(clock.now().getTime() - marginSeconds * 1_000).toISOString();
    },
    async list(table, since, cursor, signal) {
      const questions = ask(table, signal);
      const from = momentIn(since);
      const parts = partsOf(table).map((part) => changedPart(part, from, questions));
      return tables.page(
        table,
        cursor,
        parts.map((part) => readingOf(part, questions, pageSize)),
      );
    },
    async presentIds(table, signal) {
      const questions = ask(table, signal);
      const found = await Promise.all(partsOf(table).map((part) => idsOf(part, questions)));
      return found.flat();
    },
  };
}

/** The same part, of its records only those that changed; what cannot be read cannot change a row either. */
function changedPart(part: Part, since: Date, { reads }: Questions): Part {
  const watches = part.watches.filter(({ model }) => reads(model));
  return { ...part, domain: (company) => [...part.domain(company), changedSince(since, watches)] };
}

async function idsOf({ model, domain, idPrefix, extra }: Part, questions: Questions): Promise<string[]> {
  const ids = await questions.ids(model, domain(questions.company));
  const added = extra ? await extra(questions) : [];
  return [...ids.map((id) => `${idPrefix}${id}`), ...added.map(({ values }) => String(values.id))];
}

function momentIn(mark: string): Date {
  const moment = new Date(mark);
  if (Number.isNaN(moment.getTime())) throw new FailureError(failure("source-changes-lost"));
  return moment;
}
