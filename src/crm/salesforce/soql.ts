/** Text as a SOQL literal: its quotes, backslashes and ends of line cannot end it. */
export const literal = (text: string): string =>
  `'${text.replace(/[\\'"\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? "")}'`;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

/** A moment as a SOQL literal, in UTC without quotes. */
export const moment = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, "Z");

/** What a record must be to count, as SOQL and as a test of a record that was read for another reason. */
export interface Condition {
  readonly field: string;
  soql(today: string): string;
  holds(record: unknown, today: string): boolean;
  /** Time alone makes it true: records may enter without being changed. */
  readonly becomesTrue?: true;
}

export const is = (field: string, value: string | boolean): Condition => ({
  field,
  soql: () => `${field} = ${typeof value === "string" ? literal(value) : value}`,
  holds: (record) => valueAt(record, field) === value,
});

/** Empty passes. SOQL compares texts without regard to case. */
export const isNoneOf = (field: string, values: readonly string[]): Condition => ({
  field,
  soql: () => `(${field} = null OR ${field} NOT IN (${values.map(literal).join(", ")}))`,
  holds: (record) => {
    const value = valueAt(record, field);
    return !values.some((one) => typeof value === "string" && one.toLowerCase() === value.toLowerCase());
  },
});

export const isAbove = (field: string, least: number): Condition => ({
  field,
  soql: () => `${field} > ${least}`,
  holds: (record) => Number(valueAt(record, field) ?? Number.NaN) > least,
});

/** A day that has come. */
export const isPast = (field: string): Condition => ({
  field,
  soql: (today) => `${field} <= ${today}`,
  holds: (record, today) => {
    const day = valueAt(record, field);
    return typeof day === "string" && day <= today;
  },
  becomesTrue: true,
});

/** `Order.StatusCode` of an order line. */
export function valueAt(record: unknown, path: string): unknown {
  let value = record;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}
