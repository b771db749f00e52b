import fc from "fast-check";
import { nextMoment, storedPreferences, timeOfDay } from "../../../src/taskpane/automatic/preferences";

const memory = (): Storage => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
};

test.each([
  ["8h30", "08:30"],
  ["08:30", "08:30"],
  ["8.30", "08:30"],
  ["830", "08:30"],
  ["0830", "08:30"],
  ["9", "09:00"],
  ["9h", "09:00"],
  ["23:59", "23:59"],
  ["24:00", undefined],
  ["8h75", undefined],
  ["tôt", undefined],
  ["", undefined],
])("%s typed as a time is %s", (typed, time) => {
  expect(timeOfDay(typed)).toBe(time);
});

test("preferences outlive the pane, and being off leaves nothing behind", () => {
  const storage = memory();
  const kept = () => storedPreferences(() => storage);
  expect(kept().read()).toEqual({ onOpen: false });
  kept().write({ onOpen: true, at: "08:30" });
  expect(kept().read()).toEqual({ onOpen: true, at: "08:30" });
  kept().write({ onOpen: false });
  expect(storage.getItem("vigie.refresh")).toBeNull();
});

test.each(["{", "null", '"x"', '{"onOpen":"yes","at":"25:00"}', '{"at":830}'])(
  "a stored %s that somebody spoilt is off",
  (text) => {
    const storage = memory();
    storage.setItem("vigie.refresh", text);
    expect(storedPreferences(() => storage).read()).toEqual({ onOpen: false });
  },
);

test("the next moment is the first one after now at which the wall clock shows the time", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(2020, 0, 1), max: new Date(2035, 0, 1), noInvalidDate: true }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      (now, hours, minutes) => {
        const at = `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        const next = new Date(nextMoment(at, now.getTime()));
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect([next.getHours(), next.getMinutes(), next.getSeconds()]).toEqual([hours, minutes, 0]);
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
      },
    ),
  );
});
