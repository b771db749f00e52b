import type * as Runs from "./runs";

/** The helper as it is under these settings. */
function under(settings: Readonly<Record<string, string>>): typeof Runs {
  const before = { ...process.env };
  delete process.env.VIGIE_LONG;
  Object.assign(process.env, settings);
  try {
    let loaded: typeof Runs | undefined;
    jest.isolateModules(() => {
      loaded = require("./runs") as typeof Runs;
    });
    return loaded!;
  } finally {
    process.env = before;
  }
}

const CASES = Array.from({ length: 23 }, (_, at) => at);

test("a tenth of the runs, and never fewer than the least", () => {
  const { runs } = under({ VIGIE_SEED: "7" });
  expect([runs(10_000), runs(15), runs(3), runs(100, 40), runs(5, 40)]).toEqual([1_000, 2, 1, 40, 5]);
});

test("whole when long", () => {
  const { runs, inTurn } = under({ VIGIE_LONG: "1" });
  expect([runs(10_000), runs(100, 40)]).toEqual([10_000, 100]);
  expect(inTurn(CASES)).toEqual(CASES);
});

test("ten seeds in a row try every case once", () => {
  const turns = Array.from({ length: 10 }, (_, at) => under({ VIGIE_SEED: String(40 + at) }).inTurn(CASES));
  expect(turns.flat().sort((one, other) => one - other)).toEqual(CASES);
  expect(under({ VIGIE_SEED: "8" }).inTurn(["one", "other"])).toEqual(["one"]);
});

test("a seed that was told is taken, else the commit's", () => {
  expect(under({ VIGIE_SEED: "123" }).seed).toBe(123);
  const { seed } = under({ VIGIE_SEED: "" });
  expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
});
