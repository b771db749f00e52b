/** Excel's units ↔ the screen's. Widths are characters of the default font, heights and places are points. */
const CHARACTER_PIXELS = 7;
const CELL_PADDING = 5;
const PIXELS_PER_POINT = 96 / 72;

export const pixelsOfCharacters = (characters: number): number =>
  Math.round(characters * CHARACTER_PIXELS + CELL_PADDING);
export const charactersOfPixels = (pixels: number): number =>
  Math.round(((pixels - CELL_PADDING) / CHARACTER_PIXELS) * 100) / 100;
export const pixelsOfPoints = (points: number): number => Math.round(points * PIXELS_PER_POINT);
export const pointsOfPixels = (pixels: number): number => Math.round((pixels / PIXELS_PER_POINT) * 100) / 100;
