import fc from "fast-check";
import { joinWhole } from "../../src/dashboard/excelLimits";

test("names are listed whole, and the list says that there are more", () => {
  expect(joinWhole(["Nord", "Sud"], 9)).toBe("Nord, Sud");
  expect(joinWhole(["Nord", "Sud"], 8)).toBe("Nord, …");
  expect(joinWhole(["Nord", "Sud"], 6)).toBe("…");
});

test("no list is longer than allowed, and none leaves out a name that would fit", () => {
  const name = fc.string({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(name), fc.integer({ min: 1, max: 225 }), (names, most) => {
      const joined = joinWhole(names, most);
      expect(joined.length).toBeLessThanOrEqual(most);
      if (names.join(", ").length <= most) expect(joined).toBe(names.join(", "));
      else {
        const kept = names.findIndex((_, at) => joined === [...names.slice(0, at), "…"].join(", "));
        expect(kept).toBeGreaterThanOrEqual(0);
        expect([...names.slice(0, kept + 1), "…"].join(", ").length).toBeGreaterThan(most);
      }
    }),
  );
});
