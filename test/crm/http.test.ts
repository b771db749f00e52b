import { type Fetch, getJson } from "../../src/crm/http";

const never = new AbortController().signal;
const json = (body: unknown) => new Response(JSON.stringify(body));

/** Answers in turn; the last one again and again. */
function answering(...answers: (() => Response | Promise<Response>)[]): {
  fetch: Fetch;
  calls: () => number;
} {
  let calls = 0;
  return { fetch: async () => answers[Math.min(calls++, answers.length - 1)]!(), calls: () => calls };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "answered",
    (error: { failure?: { code: string } }) => error.failure?.code,
  );

const get = (fetch: Fetch, more = {}, signal = never) =>
  getJson("http://crm.example/x", { fetch, label: "CRM", retries: 2, ...more }, signal);

describe("asking a CRM over HTTP", () => {
  test("passing trouble is tried again: 503, 429 with Retry-After, a broken connection", async () => {
    const { fetch, calls } = answering(
      () => new Response("", { status: 429, headers: { "retry-after": "0" } }),
      () => {
        throw new TypeError("fetch failed");
      },
      () => json({ fine: true }),
    );
    expect(await get(fetch)).toEqual({ fine: true });
    expect(calls()).toBe(3);
  });

  test("Retry-After is respected", async () => {
    const { fetch } = answering(
      () => new Response("", { status: 429, headers: { "retry-after": "1" } }),
      () => json(1),
    );
    const start = Date.now();
    await get(fetch);
    expect(Date.now() - start).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ["401", () => new Response("", { status: 401 }), "source-refused", 1],
    ["403", () => new Response("", { status: 403 }), "source-refused", 1],
    ["404", () => new Response("", { status: 404 }), "source-invalid-answer", 1],
    ["a proxy's HTML page", () => new Response("<html>"), "source-invalid-answer", 1],
    ["a truncated reply", () => new Response('{"data":['), "source-invalid-answer", 1],
    ["503 for good", () => new Response("", { status: 503 }), "source-unavailable", 3],
    [
      "a wait of an hour",
      () => new Response("", { status: 429, headers: { "retry-after": "3600" } }),
      "source-unavailable",
      1,
    ],
  ])("%s", async (_, answer, code, expectedCalls) => {
    const { fetch, calls } = answering(answer);
    expect(await codeOf(get(fetch))).toBe(code);
    expect(calls()).toBe(expectedCalls);
  });

  test.each([
    ["ENOTFOUND", "source-address", 1],
    ["CERT_HAS_EXPIRED", "source-certificate", 1],
    ["ECONNRESET", "source-unavailable", 3],
  ])("no connection because of %s", async (cause, code, expectedCalls) => {
    const { fetch, calls } = answering(() => {
      throw Object.assign(new TypeError("fetch failed"), { cause: { code: cause } });
    });
    expect(await codeOf(get(fetch))).toBe(code);
    expect(calls()).toBe(expectedCalls);
  });

  test("a status that the source gives a meaning of its own is final", async () => {
    const { fetch, calls } = answering(() => new Response("", { status: 429 }));
    const statusFailures = { 429: { code: "source-throttled", params: {} } };
    expect(await codeOf(get(fetch, { statusFailures }))).toBe("source-throttled");
    expect(calls()).toBe(1);
  });

  test("an attempt that hangs is given up and tried again", async () => {
    const { fetch } = answering(
      () => new Promise<Response>(() => {}),
      () => json(7),
    );
    expect(await get(fetch, { attemptTimeoutMs: 20 })).toBe(7);
  });

  test("stopping ends a wait at once", async () => {
    const control = new AbortController();
    const { fetch } = answering(() => new Response("", { status: 429, headers: { "retry-after": "30" } }));
    setTimeout(() => control.abort(), 20);
    expect(await codeOf(get(fetch, {}, control.signal))).toBe("stopped");
  });
});
