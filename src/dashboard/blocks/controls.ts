import type { Rectangle } from "../../sales/rectangle";
import type { Text } from "../../sales/text";
import type { ControlsBlock } from "../declaration";
import { everythingOf, FILTERS, labelOf } from "../filters";
import { linkTo, PERIOD_NAME } from "../formulas";
import { defaultPeriod, periodChoices } from "../periods";
import type { PlannedCell } from "../plan";
import { STYLES } from "../theme";
import { type BlockKind, cell, type Fragment, formula, room, text } from "./fragment";

const PERIOD: Text = { fr: "Période", en: "Period" };

interface Input {
  readonly label: string;
  readonly name: string;
  readonly initial: string;
  readonly choices: readonly string[];
  readonly strict: boolean;
}

/**
 * One row per input: a label, and a cell to type in or choose from, as wide as the room left; on other sheets, the
 * choice.
 */
export const controls: BlockKind<ControlsBlock> = {
  rows: () => 1 + FILTERS.length,
  columns: () => 2,
  place: (_, spot, { controls: where, facts: { language, provenance, members } }) => {
    const inputs: readonly Input[] = [
      {
        label: PERIOD[language],
        name: PERIOD_NAME,
        initial: defaultPeriod(provenance.dataDate),
        choices: periodChoices(provenance.dataDate, language),
        strict: false,
      },
      ...FILTERS.map((filter) => {
        const known = members[filter.axis] ?? [];
        const everything = everythingOf(filter, known, language);
        return {
          label: labelOf(filter, language),
          name: filter.name,
          initial: everything,
          choices: [everything, ...known],
          strict: true,
        };
      }),
    ];
    const placeOne = where === "here" ? placeInput : placeShown;
    const placed = inputs.map((input, index) => placeOne(input, { ...spot, row: spot.row + index }));
    return {
      cells: placed.flatMap(({ cells = [] }) => cells),
      merges: placed.flatMap(({ merges = [] }) => merges),
      names: placed.flatMap(({ names = [] }) => names),
      validations: placed.flatMap(({ validations = [] }) => validations),
    };
  },
};

function placeInput(
  { label, name, initial, choices, strict }: Input,
  { row, column, columns }: Rectangle,
): Fragment {
  const field = { row, column: column + 1, rows: 1, columns: 1 };
  const entry: PlannedCell = { ...cell(row, field.column, text(initial), STYLES.input), input: true };
  const wide = columns - 1;
  return {
    cells: [
      cell(row, column, text(label), STYLES.label),
      entry,
      ...room(row, field.column, 1, Array(wide).fill(STYLES.input), entry),
    ],
    merges: wide > 1 ? [{ ...field, columns: wide }] : [],
    names: [{ name, range: field }],
    validations: [{ range: field, list: choices, strict }],
  };
}

/** Shows the input cell of another sheet, and leads to it. */
function placeShown({ label, name }: Input, { row, column, columns }: Rectangle): Fragment {
  const field = { row, column: column + 1, rows: 1, columns: columns - 1 };
  const shown = cell(row, field.column, formula(linkTo(name)), STYLES.shownInput);
  return {
    cells: [
      cell(row, column, text(label), STYLES.label),
      shown,
      ...room(row, field.column, 1, Array(field.columns).fill(STYLES.shownInput), shown),
    ],
    merges: field.columns > 1 ? [field] : [],
  };
}
