import fc from "fast-check";
import {
  type TakenPlace,
  untilOneYields,
  YIELDS_AFTER_MILLISECONDS,
  yieldingTo,
} from "../../../src/gateway/limits/yielding";

const NOW = 10_000_000;
const place = (network: string, sourceId: string, idleMs = 0, isBusy = false): TakenPlace => ({
  network,
  sourceId,
  usedAt: NOW - idleMs,
  isBusy,
});
const LONG = YIELDS_AFTER_MILLISECONDS;

test("one who took every place gives one to whoever comes from elsewhere, the one unused longest", () => {
  const taken = Array.from({ length: 50 }, (_, index) => place("evil", "demo", index === 7 ? 20 : 10));
  expect(yieldingTo({ network: "ana", sourceId: "crm" }, taken, NOW)).toBe(taken[7]);
});

test("one under way is ended only where all of that network are", () => {
  const taken = [place("evil", "demo", 100, true), place("evil", "demo", 1), place("evil", "demo", 50, true)];
  expect(yieldingTo({ network: "ana", sourceId: "crm" }, taken, NOW)).toBe(taken[1]);
  const busy = taken.map((one) => ({ ...one, isBusy: true }));
  expect(yieldingTo({ network: "ana", sourceId: "crm" }, busy, NOW)).toBe(busy[0]);
});

test("behind one address a source does not crowd out another", () => {
  const taken = [...Array.from({ length: 9 }, () => place("office", "demo", 5)), place("office", "crm", 9)];
  expect(yieldingTo({ network: "office", sourceId: "crm" }, taken, NOW)?.sourceId).toBe("demo");
  expect(yieldingTo({ network: "office", sourceId: "demo" }, taken, NOW)).toBeUndefined();
});

test("among equals only one idle for long yields, and it is told when", () => {
  const taken = [place("office", "crm", LONG - 30_000), place("office", "crm", 1)];
  const newcomer = { network: "office", sourceId: "crm" };
  expect(yieldingTo(newcomer, taken, NOW)).toBeUndefined();
  expect(untilOneYields(taken, NOW)).toBe(30_000);
  expect(yieldingTo(newcomer, taken, NOW + 30_000)).toBe(taken[0]);
  expect(untilOneYields([place("a", "b", 1, true)], NOW)).toBeUndefined();
});

test("whoever yields to another network leaves its own with as many as the newcomer's then has, or more", () => {
  const anyPlace = fc.record({
    network: fc.constantFrom("a", "b", "c"),
    sourceId: fc.constantFrom("demo", "crm"),
    usedAt: fc.integer({ min: NOW - LONG + 1, max: NOW }),
    isBusy: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 30 }), anyPlace, (taken, newcomer) => {
      const count = (network: string) => taken.filter((one) => one.network === network).length;
      const victim = yieldingTo(newcomer, taken, NOW);
      if (victim && victim.network !== newcomer.network)
        expect(count(victim.network) - 1).toBeGreaterThanOrEqual(count(newcomer.network) + 1);
      // And nobody is refused while another network has more than a fair share.
      const largest = Math.max(...["a", "b", "c"].map(count));
      if (largest > count(newcomer.network) + 1) expect(victim).toBeDefined();
    }),
  );
});
