import type { RefreshFrame } from "../../src/sales/stream";
import { FrameReader } from "../../src/workbook/store/frameReader";
import { Intake, type RefreshProgress } from "../../src/workbook/store/intake";

const PRODUCTS = (ids: readonly string[]) => ({
  id: [...ids],
  name: ids.map((id) => `Produit ${id}`),
  family: ids.map(() => "Air"),
});

const START = {
  type: "start",
  source: "demo",
  sourceLabel: "Démo",
  dataDate: 20_000,
  tables: ["products"],
} as const;

const chunk = (...ids: string[]): RefreshFrame => ({
  type: "chunk",
  table: "products",
  rows: ids.length,
  columns: PRODUCTS(ids),
});

const ended = (rows: number): RefreshFrame[] => [
  { type: "table-end", table: "products", rows, rejectedCount: 0, rejected: [] },
  { type: "end", refreshedAt: "2026-11-23T08:00:00Z", totalRows: rows },
];

async function* streamed(frames: readonly RefreshFrame[]): AsyncGenerator<RefreshFrame> {
  yield* frames;
}

const readAll = (mode: "full" | "changes", frames: readonly RefreshFrame[]) => {
  const progress: RefreshProgress[] = [];
  const intake = new Intake({ ...START, mode }, { onProgress: (one) => progress.push(one) });
  return intake.read(new FrameReader(streamed(frames))).then(
    (gathered) => ({ gathered, progress }),
    (thrown: { failure: { code: string } }) => ({ code: thrown.failure.code, progress }),
  );
};

const TABLE: RefreshFrame = { type: "table", table: "products" };

test.each(["full", "changes"] as const)("a %s refresh tells the rows of a table so far", async (mode) => {
  const { progress } = await readAll(mode, [TABLE, chunk("a", "b"), chunk("c", "d", "e"), ...ended(5)]);
  expect(progress.map(({ table, index, of, rows }) => [table, index, of, rows])).toEqual([
    ["products", 1, 1, 0],
    ["products", 1, 1, 2],
    ["products", 1, 1, 5],
  ]);
});

test("gathers rows, deleted ids and present ids of changes", async () => {
  const read = await readAll("changes", [
    TABLE,
    { type: "present", table: "products", ids: ["a", "c"] },
    chunk("a"),
    { type: "gone", table: "products", ids: ["b"] },
    ...ended(1),
  ]);
  const [table] = "gathered" in read ? read.gathered.tables : [];
  expect(table).toMatchObject({ table: "products", rows: { length: 1 }, rejectedCount: 0 });
  expect([...table!.gone]).toEqual(["b"]);
  expect([...table!.present!]).toEqual(["a", "c"]);
});

test.each([
  ["a table twice", [TABLE, ...ended(0).slice(0, 1), TABLE], "gateway-invalid-answer"],
  ["a table that was not announced", [{ ...TABLE, table: "regions" }], "gateway-invalid-answer"],
  [
    "deleted ids in a full refresh",
    [TABLE, { type: "gone", table: "products", ids: [] }],
    "gateway-invalid-answer",
  ],
  ["an end without every table", ended(0).slice(1), "stream-truncated"],
  ["no end", [TABLE], "stream-truncated"],
] as const)("refuses %s", async (_, frames, code) => {
  expect(await readAll("full", frames as unknown as RefreshFrame[])).toMatchObject({ code });
});
