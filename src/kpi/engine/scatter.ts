/*
 * The two loops that most of a cold answer's time goes into. Four cells are found before the first is written:
 * reading a row then does not wait for the cell before it, which is often the same one (the lines of an order).
 * `Math.imul` because a plain product must look for overflow and -0.
 */

/** Adds each row's number to the cell `groups[row] * width + ranks[row] + 1`. */
export function addByCell(
  cells: Float64Array,
  groups: Int32Array,
  width: number,
  ranks: Int32Array,
  numbers: Float64Array,
): void {
  const fours = ranks.length & ~3;
  for (let row = 0; row < fours; row += 4) {
    const first = (Math.imul(groups[row]!, width) + ranks[row]! + 1) | 0;
    const second = (Math.imul(groups[row + 1]!, width) + ranks[row + 1]! + 1) | 0;
    const third = (Math.imul(groups[row + 2]!, width) + ranks[row + 2]! + 1) | 0;
    const fourth = (Math.imul(groups[row + 3]!, width) + ranks[row + 3]! + 1) | 0;
    cells[first] = cells[first]! + numbers[row]!;
    cells[second] = cells[second]! + numbers[row + 1]!;
    cells[third] = cells[third]! + numbers[row + 2]!;
    cells[fourth] = cells[fourth]! + numbers[row + 3]!;
  }
  for (let row = fours; row < ranks.length; row++) {
    const cell = groups[row]! * width + ranks[row]! + 1;
    cells[cell] = cells[cell]! + numbers[row]!;
  }
}

/** Adds 1 for each row, likewise. */
export function countByCell(cells: Float64Array, groups: Int32Array, width: number, ranks: Int32Array): void {
  const fours = ranks.length & ~3;
  for (let row = 0; row < fours; row += 4) {
    const first = (Math.imul(groups[row]!, width) + ranks[row]! + 1) | 0;
    const second = (Math.imul(groups[row + 1]!, width) + ranks[row + 1]! + 1) | 0;
    const third = (Math.imul(groups[row + 2]!, width) + ranks[row + 2]! + 1) | 0;
    const fourth = (Math.imul(groups[row + 3]!, width) + ranks[row + 3]! + 1) | 0;
    cells[first] = cells[first]! + 1;
    cells[second] = cells[second]! + 1;
    cells[third] = cells[third]! + 1;
    cells[fourth] = cells[fourth]! + 1;
  }
  for (let row = fours; row < ranks.length; row++) {
    const cell = groups[row]! * width + ranks[row]! + 1;
    cells[cell] = cells[cell]! + 1;
  }
}
