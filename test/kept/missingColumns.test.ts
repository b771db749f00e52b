import {
  ACTIONS,
  actionCells,
  entriesInForce,
  type FieldOf,
  fieldsOf,
  type KeptTable,
  keptSheet,
  parseKept,
  REGISTER,
  type RegisterValues,
  registerCells,
  registerTable,
  SETTINGS,
  settingRows,
  settingsIn,
  TARGETS,
} from "../../src/kept";
import { defaultRegister } from "../../src/kpi/register/defaults";
import type { Language } from "../../src/sales/text";

/** A kept table's sheet as its cells, without these fields' columns, the others in this order. */
function sheetOf<V extends object, Row>(
  table: KeptTable<V, Row>,
  rows: readonly Row[],
  language: Language,
  fields: readonly FieldOf<V>[],
) {
  const lines = rows.map((row) => table.write(row, language));
  const headings = fields.map((field): string | number => table.columns[field].caption[language]);
  return [["Ma feuille"], [], headings, ...lines.map((cells) => fields.map((field) => cells[field] ?? ""))];
}

const read = <V extends object, Row>(table: KeptTable<V, Row>, values: readonly (readonly unknown[])[]) =>
  parseKept(table, { sheetName: "F", row: 2, column: 1, values });

const REGISTERED = defaultRegister("fr").map((entry, index) => ({
  ...entry,
  user: `Personne ${index}`,
  shown: index % 3 === 0,
}));
const KEPT_TARGETS = [
  { kpi: "CA", dimension: "region", member: "Nord", period: "2024-03", value: 5 },
  { kpi: "MARGE", dimension: "", member: "", period: "2025", value: 7 },
];
const ACTION = {
  id: "A-001",
  kpi: "CA",
  axis: "Région",
  member: "Nord",
  alert: "CA",
  decision: "Appeler",
  owner: "Ana",
  due: 20_800,
  state: "doing" as const,
  createdOn: null,
  note: "n",
};

describe.each(["fr", "en"] as const)("headings in %s, columns in reverse order", (language) => {
  test("every table is read as it was written, without a word", () => {
    const reversed = <V extends object, Row>(table: KeptTable<V, Row>, rows: readonly Row[]) =>
      read(table, sheetOf(table, rows, language, [...fieldsOf(table)].reverse()));
    const targets = reversed(TARGETS, KEPT_TARGETS);
    expect(targets.rows.map(({ value }) => value)).toEqual(KEPT_TARGETS);
    const actions = reversed(ACTIONS, [ACTION]);
    expect(actions.rows.map(({ value }) => value)).toEqual([ACTION]);
    const register = reversed(registerTable([]), REGISTERED);
    expect(register.rows.map(({ value }) => value)).toEqual(REGISTERED);
    const settings = reversed(SETTINGS, settingRows({ fiscalFirstMonth: 4 }));
    expect(settingsIn(settings)).toEqual({ fiscalFirstMonth: 4, lostAfterMonths: 12 });
    expect([targets, actions, register, settings].flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe("a deleted column that is not required voids nothing and is told", () => {
  const without = <V extends object, Row>(table: KeptTable<V, Row>, field: FieldOf<V>) =>
    fieldsOf(table).filter((one) => one !== field);
  const isOptional = <V extends object, Row>(table: KeptTable<V, Row>) =>
    fieldsOf(table).filter((field) => table.columns[field].read && !table.columns[field].isRequired);

  const isTold = (field: FieldOf<RegisterValues>) => !REGISTER.columns[field].isOptional;

  test("register: a column of own indicators may be absent without a word", () => {
    const bare = fieldsOf(REGISTER).filter(isTold);
    const reading = read(registerTable(REGISTERED), sheetOf(REGISTER, REGISTERED, "fr", bare));
    expect(entriesInForce(reading, REGISTERED)).toEqual(REGISTERED);
    expect(reading.problems).toEqual([]);
  });

  test.each(isOptional(REGISTER).filter(isTold))("register: %s is what was last in force", (field) => {
    const changed = REGISTERED.map((entry) => ({ ...entry, targetSource: "autre", objective: "autre" }));
    const reading = read(
      registerTable(REGISTERED),
      sheetOf(REGISTER, changed, "fr", without(REGISTER, field)),
    );
    const kept = field === "objective" || field === "targetSource" ? { [field]: undefined } : {};
    const expected = changed.map((entry, index) =>
      field in kept ? { ...entry, [field]: REGISTERED[index]![field as "objective"] } : entry,
    );
    expect(entriesInForce(reading, REGISTERED)).toEqual(expected);
    expect(reading.problems).toEqual([
      {
        address: "F!B5",
        failure: { code: "register-invalid", params: {} },
        cause: {
          code: "file-missing-columns",
          params: { columns: [REGISTER.columns[field].caption.fr] },
        },
      },
    ]);
  });

  test.each(isOptional(ACTIONS))("actions: %s is empty", (field) => {
    const reading = read(ACTIONS, sheetOf(ACTIONS, [ACTION], "fr", without(ACTIONS, field)));
    const empty = field === "due" || field === "createdOn" ? null : "";
    expect(reading.rows.map(({ value }) => value)).toEqual([{ ...ACTION, [field]: empty }]);
    expect(reading.problems.map(({ cause }) => cause.code)).toEqual(["file-missing-columns"]);
  });

  test("targets without dimension and member keep those of the total; without members, rows of one are told", () => {
    const total = KEPT_TARGETS.slice(1);
    const bare = read(TARGETS, sheetOf(TARGETS, total, "fr", ["kpi", "period", "value"]));
    expect(bare.rows.map(({ value }) => value)).toEqual(total);
    expect(bare.problems).toHaveLength(2);
    const halved = read(TARGETS, sheetOf(TARGETS, KEPT_TARGETS, "fr", without(TARGETS, "member")));
    expect(halved.rows.map(({ value }) => value)).toEqual([undefined, KEPT_TARGETS[1]]);
    expect(halved.problems.map(({ cause }) => cause.code)).toEqual([
      "file-missing-columns",
      "row-missing-value",
    ]);
  });

  test("without a required heading nothing is read, and it says which", () => {
    const reading = read(TARGETS, sheetOf(TARGETS, KEPT_TARGETS, "fr", without(TARGETS, "value")));
    expect([reading.places, reading.rows]).toEqual([undefined, []]);
    expect(reading.problems.map(({ cause }) => cause.code)).toEqual(["file-missing-columns"]);
  });
});

/** Characters of a list that stands in the rule itself; longer ones stand in a hidden sheet, the targets' first. */
const LONGEST_RULE = 255;

test.each(["fr", "en"] as const)(
  "lists other than the targets' are short enough for a rule, in %s",
  (language) => {
    const own = keptSheet(TARGETS, [], "fr").validations.map(({ list }) => list.join(","));
    const others = [
      keptSheet(REGISTER, [registerCells(REGISTERED[0]!, language)], language),
      keptSheet(ACTIONS, [actionCells(ACTION, language)], language),
      keptSheet(SETTINGS, [], language),
    ].flatMap(({ validations }) => validations.map(({ list }) => list.join(",")));
    for (const list of others.filter((one) => !own.includes(one)))
      expect(list.length).toBeLessThanOrEqual(LONGEST_RULE);
  },
);
