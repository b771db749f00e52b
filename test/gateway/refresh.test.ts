import { gunzipSync } from "node:zlib";
import type { Connection } from "../../src/crm/connector";
import type { GatewaySettings } from "../../src/gateway/config";
import { createGateway } from "../../src/gateway/gateway";
import { decodeFrames } from "../../src/sales/frames";
import type { RefreshFrame } from "../../src/sales/stream";
import { configOf, depsOf, fakeConnector } from "./doubles";

async function opened(page?: Connection["listPage"], settings: GatewaySettings = {}) {
  const gateway = createGateway(
    configOf({ refreshIdleSeconds: 1, ...settings }),
    depsOf([fakeConnector("crm", { page })]),
  );
  const body = JSON.stringify({ source: "crm" });
  const answer = await gateway.app.request("/api/sessions", { method: "POST", body });
  const { token: session } = await answer.json();
  const refresh = (headers: Record<string, string> = {}, signal?: AbortSignal) =>
    gateway.app.request(
      new Request("http://localhost/api/refresh", {
        headers: { Authorization: `Bearer ${session}`, ...headers },
        signal,
      }),
    );
  return { ...gateway, refresh };
}

const framesOf = async (response: Response): Promise<RefreshFrame[]> => {
  const frames: RefreshFrame[] = [];
  for await (const frame of decodeFrames(response.body!)) frames.push(frame);
  return frames;
};

test("a refresh is one frame a line, from start to end", async () => {
  const { refresh } = await opened();
  const response = await refresh();
  expect(response.headers.get("Content-Type")).toContain("application/x-ndjson");
  const frames = await framesOf(response);
  expect(frames.map((frame) => frame.type)).toEqual(["start", "table", "chunk", "table-end", "end"]);
  expect(frames[2]).toMatchObject({
    table: "salespeople",
    rows: 3,
    columns: { name: ["Ana", "Bo", "Chloé"] },
  });
});

test("the settings that the administrator fixed open the stream, and nothing does where there are none", async () => {
  const company = { fiscalFirstMonth: "avril" };
  const fixed = await framesOf(await (await opened(undefined, { company })).refresh());
  expect(fixed[0]).toMatchObject({ type: "start", fixedSettings: { fiscalFirstMonth: 4 } });
  expect(fixed.at(-1)?.type).toBe("end");
  const [start] = await framesOf(await (await opened()).refresh());
  expect(start).not.toHaveProperty("fixedSettings");
});

test("without a session there is no refresh", async () => {
  const { app } = await opened();
  for (const authorization of ["", "Bearer", "Bearer x", `Bearer ${"a".repeat(43)}`, "Basic YTpi"]) {
    const response = await app.request("/api/refresh", { headers: { Authorization: authorization } });
    expect(response.status).toBe(401);
  }
});

test("with gzip each frame leaves at once, not when the answer is complete", async () => {
  let release: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { refresh } = await opened(async () => {
    await wait;
    return { rows: [] };
  });
  const response = await refresh({ "Accept-Encoding": "br, gzip" });
  expect(response.headers.get("Content-Encoding")).toBe("gzip");
  const reader = response.body!.getReader();
  const parts: Uint8Array[] = [];
  const readPart = async () => {
    const { value, done } = await reader.read();
    if (value) parts.push(value);
    return !done;
  };
  const text = () => gunzipSync(Buffer.concat(parts), { finishFlush: 2 }).toString();
  while (!parts.length || !text().includes("\n")) await readPart();
  expect(text()).toContain('"type":"start"');
  expect(text()).not.toContain('"type":"end"');
  release();
  while (await readPart());
  expect(text()).toContain('"type":"end"');
});

test("a source that falls silent ends the refresh with a failure", async () => {
  const { refresh } = await opened(() => new Promise(() => undefined));
  expect((await framesOf(await refresh())).at(-1)).toMatchObject({
    type: "error",
    failure: { code: "source-unavailable" },
  });
});

test("a fault of the source becomes a last frame that says nothing of its inside", async () => {
  const { refresh } = await opened(() => Promise.reject(new Error("SELECT password")));
  const text = await (await refresh()).text();
  expect(text).toContain('"code":"internal"');
  expect(text).not.toContain("SELECT");
});

describe("the source stops being asked", () => {
  const endless = () => {
    let asked = 0;
    let aborted = false;
    const page: Connection["listPage"] = async (_table, cursor, signal) => {
      asked += 1;
      signal.addEventListener("abort", () => {
        aborted = true;
      });
      const at = Number(cursor ?? 0);
      const rows = Array.from({ length: 5_000 }, (_, index) => ({
        values: { id: `${at}-${index}`, name: "x" },
        origin: `${index}`,
      }));
      return { rows, next: String(at + 1) };
    };
    return { page, asked: () => asked, aborted: () => aborted };
  };
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  test.each(["", "gzip"])("when the client reads no further (%s)", async (encoding) => {
    const source = endless();
    const { refresh } = await opened(source.page);
    const reader = (await refresh({ "Accept-Encoding": encoding })).body!.getReader();
    await reader.read();
    await pause(300);
    const asked = source.asked();
    expect(asked).toBeLessThan(20);
    await pause(300);
    expect(source.asked()).toBe(asked);
    await reader.cancel();
    await pause(100);
    expect(source.asked()).toBeLessThan(asked + 2);
  });

  test("when the client's request is aborted", async () => {
    const source = endless();
    const leaving = new AbortController();
    const { refresh } = await opened(source.page);
    const reader = (await refresh({}, leaving.signal)).body!.getReader();
    await reader.read();
    leaving.abort();
    let last = "";
    for (let part = await reader.read(); !part.done; part = await reader.read())
      last = new TextDecoder().decode(part.value);
    expect(last).toContain('"code":"stopped"');
  });

  test("when the gateway closes", async () => {
    const { refresh, close } = await opened(() => new Promise(() => undefined));
    const frames = framesOf(await refresh());
    await pause(50);
    close();
    expect((await frames).at(-1)).toMatchObject({ type: "error", failure: { code: "stopped" } });
  });
});
