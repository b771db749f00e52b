/** The most that a target's share follows: past years, weekdays, or calendar days alone. */
export type ShareBasis = "seasons" | "weekdays" | "calendar";
