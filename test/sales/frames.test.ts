import { decodeFrames, encodeLines } from "../../src/sales/frames";
import { TABLES, type TableName } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";

const columnsOf = (table: TableName, rows: number) =>
  Object.fromEntries(
    TABLES[table].columns.map(({ name }) => [name, Array.from({ length: rows }, () => "é😀")]),
  );

const FRAMES: RefreshFrame[] = [
  { type: "start", source: "demo", sourceLabel: "Démo", dataDate: 20_000, tables: ["products"] },
  { type: "table", table: "products", expectedRows: 2 },
  { type: "chunk", table: "products", rows: 2, columns: columnsOf("products", 2) },
  { type: "table-end", table: "products", rows: 2, rejectedCount: 0, rejected: [] },
  { type: "targets", targets: [] },
  { type: "end", refreshedAt: "2026-11-23T08:30:00.000Z", totalRows: 2 },
];

async function* each<T>(items: readonly T[]) {
  yield* items;
}

const streamOf = (...parts: (Uint8Array | string)[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts)
        controller.enqueue(typeof part === "string" ? new TextEncoder().encode(part) : Uint8Array.from(part));
      controller.close();
    },
  });

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const bytesOf = async (frames: readonly RefreshFrame[]) =>
  new Uint8Array(await new Response(encodeLines(each(frames))).arrayBuffer());

const ndjson = (...frames: unknown[]) =>
  streamOf(`${frames.map((frame) => JSON.stringify(frame)).join("\n")}\n`);

const failureOf = async (stream: ReadableStream<Uint8Array>) => {
  const last = (await all(decodeFrames(stream))).at(-1);
  return last?.type === "error" ? last.failure.code : last?.type;
};

describe("frames over the wire", () => {
  test("what goes in comes out", async () => {
    expect(await all(decodeFrames(encodeLines(each(FRAMES))))).toEqual(FRAMES);
  });

  test("bytes may be cut anywhere between reads, in the middle of a character too", async () => {
    const bytes = await bytesOf(FRAMES);
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await all(decodeFrames(streamOf(...single)))).toEqual(FRAMES);
  });

  test("a stream cut at any byte before its end is reported as truncated", async () => {
    const bytes = await bytesOf(FRAMES);
    // The last byte is the newline after a frame that is already whole.
    for (let length = 0; length < bytes.length - 1; length++) {
      const frames = await all(decodeFrames(streamOf(bytes.subarray(0, length))));
      expect(frames.at(-1)).toEqual({ type: "error", failure: { code: "stream-truncated", params: {} } });
      expect(FRAMES.slice(0, frames.length - 1)).toEqual(frames.slice(0, -1));
    }
    expect(await failureOf(streamOf(bytes.subarray(0, bytes.length - 1)))).toBe("end");
  });

  test("a stream that fails while being read is truncated", async () => {
    const bytes = await bytesOf(FRAMES.slice(0, 2));
    let reads = 0;
    const failing = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (reads++ === 0) controller.enqueue(bytes);
        else controller.error(new Error("connection reset"));
      },
    });
    expect(await failureOf(failing)).toBe("stream-truncated");
  });

  test.each([
    ["HTML", streamOf("<!doctype html>\n<html></html>\n")],
    ["HTML without a newline", streamOf("<html></html>")],
    ["broken JSON", streamOf('{"type":\n{}\n')],
    ["JSON that is no frame", ndjson({ hello: 1 })],
    ["null", ndjson(null)],
    ["a frame before the start", ndjson(FRAMES[1])],
    ["two starts", ndjson(FRAMES[0], FRAMES[0])],
    ["an unknown table", ndjson(FRAMES[0], { type: "table", table: "constructor" })],
    ["an unknown type", ndjson({ type: "toString" })],
    ["a chunk of another table", ndjson(...FRAMES.slice(0, 2), { ...FRAMES[2], table: "leads" })],
    ["a chunk shorter than it says", ndjson(...FRAMES.slice(0, 2), { ...FRAMES[2], rows: 3 })],
    [
      "a chunk without a column",
      ndjson(...FRAMES.slice(0, 2), { ...FRAMES[2], columns: { id: ["a", "b"] } }),
    ],
    ["a table with fewer rows than it says", ndjson(...FRAMES.slice(0, 3), { ...FRAMES[3], rows: 3 })],
    ["an end with another total", ndjson(...FRAMES.slice(0, 5), { ...FRAMES[5], totalRows: 3 })],
    ["an end within a table", ndjson(...FRAMES.slice(0, 3), { ...FRAMES[5], totalRows: 0 })],
    ["an error of an unknown code", ndjson({ type: "error", failure: { code: "x", params: {} } })],
  ])("%s is an invalid answer", async (_, stream) => {
    expect(await failureOf(stream)).toBe("gateway-invalid-answer");
  });

  test("the gateway's own error is passed on", async () => {
    const error = { type: "error", failure: { code: "source-unavailable", params: { source: "x" } } };
    expect(await all(decodeFrames(ndjson(FRAMES[0], error)))).toEqual([FRAMES[0], error]);
  });

  test("a reader that leaves cancels the stream, and so the frames' generator", async () => {
    let released = false;
    async function* endless(): AsyncGenerator<RefreshFrame> {
      try {
        yield FRAMES[0]!;
        for (;;) yield FRAMES[1]!;
      } finally {
        released = true;
      }
    }
    for await (const frame of decodeFrames(encodeLines(endless()))) if (frame.type === "start") break;
    expect(released).toBe(true);
  });
});
