import { answerCall, excelValue } from "../../src/functions/answerCall";
import type { FunctionDeclaration } from "../../src/functions/declaration";
import { maj } from "../../src/functions/declarations/maj";
import { type KpiSource, sourceOf } from "../../src/kpi/source";
import { CurrentData } from "../../src/live/currentData";
import { FailureError, failure } from "../../src/sales/failure";

const PROVENANCE = { source: "t", sourceLabel: "T", dataDate: 1, refreshedAt: "2020-01-01T00:00:00Z" };
const asOf = (dataDate: number): KpiSource => sourceOf({ ...PROVENANCE, dataDate }, async () => []);

const asks = (data: CurrentData) => answerCall(maj, [], data, 1000);
const answers = (day: number) => ({ ok: true, value: day + 25_569 });

describe("the data in force", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("makes a call wait until the workbook's data is read", async () => {
    const data = new CurrentData();
    const cells = [asks(data), asks(data)];
    await data.load(Promise.resolve(asOf(1)));
    expect(await Promise.all(cells)).toEqual([answers(1), answers(1)]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("answers timed-out to a call that waited too long, and the data to a later one", async () => {
    const data = new CurrentData();
    const cell = asks(data);
    await jest.advanceTimersByTimeAsync(1001);
    expect(await cell).toMatchObject({ ok: false, failure: { code: "timed-out", params: { seconds: 1 } } });
    data.replace(asOf(2));
    expect(await asks(data)).toEqual(answers(2));
  });

  it("says that there is no data, or why it cannot be read", async () => {
    const data = new CurrentData();
    await data.load(Promise.resolve(undefined));
    expect(await asks(data)).toMatchObject({ failure: { code: "no-data" } });
    await data.load(Promise.reject(new FailureError(failure("workbook-newer-schema", { found: 9 }))));
    expect(await asks(data)).toMatchObject({ failure: { code: "workbook-newer-schema" } });
    await data.load(Promise.reject(new Error("secret inner words")));
    expect(await asks(data)).toEqual({ ok: false, failure: { code: "workbook-damaged", params: {} } });
  });

  it("keeps answering from the old data while new data is read, and lets a refresh win over a slower reading", async () => {
    const data = new CurrentData();
    await data.load(Promise.resolve(asOf(1)));
    let finish = (_: KpiSource) => {};
    const reading = data.load(new Promise((resolve) => (finish = resolve)));
    expect(await asks(data)).toEqual(answers(1));
    data.replace(asOf(3));
    finish(asOf(2));
    await reading;
    expect(await asks(data)).toEqual(answers(3));
  });
});

describe("one call among others", () => {
  const ready = new CurrentData();
  ready.replace(asOf(1));
  const failing = (ask: FunctionDeclaration["ask"]): FunctionDeclaration => ({ ...maj, ask });

  it("becomes a failure when its function throws, without its inner words", async () => {
    const broken = failing(() => {
      throw new Error("inner words");
    });
    expect(await answerCall(broken, [], ready)).toEqual({
      ok: false,
      failure: { code: "internal", params: {} },
    });
    const refused = failing(() => {
      throw new FailureError(failure("session-expired"));
    });
    expect(await answerCall(refused, [], ready)).toMatchObject({ failure: { code: "session-expired" } });
  });

  it("never waits for an answer without end", async () => {
    jest.useFakeTimers();
    const silent = new CurrentData();
    silent.replace(sourceOf(PROVENANCE, () => new Promise(() => {})));
    const cell = answerCall(maj, [], silent, 5000);
    await jest.advanceTimersByTimeAsync(5001);
    expect(await cell).toMatchObject({ failure: { code: "timed-out" } });
    jest.useRealTimers();
  });

  it("does not take Excel's invocation object for an argument", async () => {
    const invocation = { address: "Feuil1!A1" };
    expect(await answerCall(maj, [invocation], ready)).toEqual(answers(1));
  });

  it("gives Excel a block where one is declared, and no null", async () => {
    const block = { ...maj, result: "matrix" as const };
    expect(excelValue(5, block)).toEqual([[5]]);
    expect(excelValue(null, block)).toEqual([[""]]);
    expect(excelValue(null, maj)).toBe("");
    expect(excelValue([["a", 1]], block)).toEqual([["a", 1]]);
  });
});
