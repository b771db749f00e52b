import { withDeadline } from "../../src/sales/deadline";
import { FailureError, failure } from "../../src/sales/failure";

const LATE = new FailureError(failure("workbook-busy", { timedOut: "test" }));
const never = () => new Promise<never>(() => undefined);

test("work that ends in time gives its value or its error", async () => {
  await expect(withDeadline(async () => 5, 1_000, LATE)).resolves.toBe(5);
  await expect(withDeadline(() => Promise.reject(new Error("no")), 1_000, LATE)).rejects.toThrow("no");
});

test("work that takes too long rejects with what was given, and is told", async () => {
  let told: AbortSignal | undefined;
  const late = withDeadline(
    (signal) => {
      told = signal;
      return never();
    },
    1,
    LATE,
  );
  await expect(late).rejects.toBe(LATE);
  expect(told?.aborted).toBe(true);
});

test("a stop ends the waiting at once; one given before begins no work", async () => {
  const stop = new AbortController();
  const waiting = withDeadline(never, 60_000, LATE, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ failure: { code: "stopped" } });
  const work = jest.fn(never);
  await expect(withDeadline(work, 60_000, LATE, stop.signal)).rejects.toMatchObject({
    failure: { code: "stopped" },
  });
  expect(work).not.toHaveBeenCalled();
});
