import { inBatches, type PartReading, type Recount } from "../kit";
import type { Access } from "./access";
import { LARGEST_BATCH, type SalesforceClient } from "./client";
import type { Content } from "./contents";
import { invalid } from "./errors";
import type { Context } from "./part";
import { literal, valueAt } from "./soql";
import { key } from "./values";

/** In whose name, and as of when, a part is read. */
export interface Reader {
  readonly client: SalesforceClient;
  readonly access: Access;
  readonly context: Context;
  /** `2024-03-15`. */
  readonly today: string;
  readonly pageSize: number;
}

/** Ids in one question: an address may have 16,384 characters. */
const IDS_AT_ONCE = 200;

/** One content, asked with this person's rights: fields he may not see are left out of the question. */
export function readingOf(
  { table, part }: Content,
  reader: Reader,
  signal: AbortSignal,
): PartReading & { readonly recount: Recount } {
  const { client, context, today, pageSize } = reader;
  const { object, archived } = part;
  const options = { all: archived, table };
  const fields = fieldsSeen(part, reader.access);
  const where = [
    ...(archived ? ["IsDeleted = false"] : []),
    ...conditionsOf(part, reader.access, today),
  ].join(" AND ");
  return {
    page: (place) => client.pageById({ fields, object, where }, place, pageSize, signal, options),
    recount: {
      count: () => client.count(where ? `${object} WHERE ${where}` : object, signal, options),
      async ids() {
        const ids: string[] = [];
        for (let after: string | undefined; ; ) {
          const select = { fields: ["Id"], object, where };
          const { records, next } = await client.pageById(select, after, LARGEST_BATCH, signal, options);
          for (const record of records) ids.push(idOf(record) ?? failed());
          if (next === undefined) return ids;
          if (next === after) failed();
          after = next;
        }
      },
      byIds: (ids) =>
        inBatches(ids, IDS_AT_ONCE, async (some) => {
          const wanted = `Id IN (${some.map(literal).join(", ")})`;
          const select = { fields, object, where: where ? `${where} AND ${wanted}` : wanted };
          return (await client.pageById(select, undefined, LARGEST_BATCH, signal, options)).records;
        }),
    },
    idOf,
    rows: (records) => part.rows(records, context),
    extra: async () => part.standIns,
  };

  function failed(): never {
    throw invalid(table);
  }
}

export const fieldsSeen = (part: Content["part"], { sees }: Access): string[] =>
  part.fields.filter(({ object, name }) => sees(object, name)).map(({ path }) => path);

/** A condition on a field that this person may not see, or that this Salesforce does not have, is not put. */
export const conditionsOf = (part: Content["part"], { sees }: Access, today: string): string[] =>
  part.conditions
    .filter(({ field }) => part.fields.some(({ path, object, name }) => path === field && sees(object, name)))
    .map((condition) => condition.soql(today));

export function idOf(record: unknown): string | undefined {
  return key.safeParse(valueAt(record, "Id")).data;
}
