/**
 * Money inside the engine is a whole number of ten-thousandths, the resolution of Excel's own Currency type:
 * sums are exact whatever the order of rows, up to 900 billion.
 */
export const MONEY_SCALE = 10_000;

/** Reporting currency → ten-thousandths, half away from zero. */
export const toMoneyUnits = (amount: number): number =>
  Math.sign(amount) * Math.round(Math.abs(amount) * MONEY_SCALE);

/** Ten-thousandths → reporting currency, the nearest double. */
export const fromMoneyUnits = (units: number): number => units / MONEY_SCALE;
