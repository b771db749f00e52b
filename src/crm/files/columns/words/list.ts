/** Headings as `plainWord`, separated by commas, those that say it best first. */
export const words = (list: string): readonly string[] => list.split(", ");
