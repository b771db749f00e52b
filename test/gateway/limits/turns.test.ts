import { Turns } from "../../../src/gateway/limits/turns";

test("whoever has waited longest is next, and the process is free between two turns", async () => {
  const turns = new Turns();
  const did: string[] = [];
  const work = async (name: string) => {
    for (let piece = 0; piece < 2; piece++) {
      await turns.next();
      did.push(name + piece);
    }
  };
  const all = Promise.all([work("a"), work("b"), work("c")]);
  const ticks = (async () => {
    for (let tick = 0; tick < 6; tick++) {
      await new Promise((resolve) => setImmediate(resolve));
      did.push("·");
    }
  })();
  await Promise.all([all, ticks]);
  expect(did.filter((one) => one !== "·")).toEqual(["a0", "b0", "c0", "a1", "b1", "c1"]);
  // Never two pieces without a moment for others.
  expect(did.join("")).not.toMatch(/[abc]\d[abc]\d/);
});
