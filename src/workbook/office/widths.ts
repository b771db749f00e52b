/** A column's width in characters of the default font → points: seven pixels a character, five of margin. */
export const widthInPoints = (characters: number): number => (characters * 7 + 5) * 0.75;
