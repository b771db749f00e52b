/** The longest texts that Excel takes, in characters: over one of them it refuses the whole request. */
export const EXCEL_LIMITS = {
  /** [MS-XLSB] 2.5.37 DValStrings. */
  alertMessage: 225,
  alertTitle: 32,
  promptMessage: 255,
  /** A validation's list written out. */
  list: 255,
  sheetName: 31,
} as const;

const MORE = "…";

/** Items joined by `, `, as many whole ones as fit in `most` characters; `…` stands for the others. */
export function joinWhole(items: readonly string[], most: number): string {
  const all = items.join(", ");
  if (all.length <= most) return all;
  const fitting: string[] = [];
  let length = MORE.length;
  for (const item of items) {
    length += item.length + 2;
    if (length > most) break;
    fitting.push(item);
  }
  return [...fitting, MORE].join(", ");
}
