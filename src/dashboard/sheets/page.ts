import type { Text } from "../../sales/text";
import type { Band } from "../declaration";

/** The head of every sheet: its title, and at the right the two cells that drive all of them. */
export const head = (text: Text, columns: number, controls: number): Band => ({
  blocks: [
    { column: 0, columns: columns - controls, block: { kind: "title", text } },
    { column: columns - controls, columns: controls, block: { kind: "controls" } },
  ],
});
