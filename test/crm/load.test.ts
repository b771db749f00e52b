import type { Connection, ConnectorDeclaration } from "../../src/crm/connector";
import { load } from "../../src/crm/load";
import type { Page } from "../../src/crm/page";
import { collect } from "../../src/sales/collect";
import { FailureError, failure } from "../../src/sales/failure";
import type { RawRow } from "../../src/sales/rawRow";
import type { TableName } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";

const DECLARATION: ConnectorDeclaration = {
  id: "test",
  label: { fr: "Essai", en: "Test" },
  fields: [],
  tables: ["products", "salespeople"],
  lacks: [],
};

const product = (id: number): RawRow => ({ values: { id, name: `P${id}` }, origin: `p${id}` });
const products = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => product(from + at));

function connection(listPage: Connection["listPage"], more: Partial<Connection> = {}): Connection {
  return { dataDate: 20_000, listPage, close: async () => {}, ...more };
}

/** Pages of products; every other table is empty. */
const pages =
  (...list: Page[]): Connection["listPage"] =>
  async (table: TableName, cursor) =>
    table === "products" ? list[Number(cursor ?? 0)]! : { rows: [] };

async function frames(source: Connection, options = {}): Promise<RefreshFrame[]> {
  const list: RefreshFrame[] = [];
  for await (const frame of load(source, DECLARATION, options)) list.push(frame);
  return list;
}

const lastOf = async (source: Connection, options = {}) => {
  const last = (await frames(source, options)).at(-1);
  return last?.type === "error" ? last.failure.code : last?.type;
};

describe("loading a connection", () => {
  test("tables come in schema order with counts, then targets, then the end", async () => {
    const targets = [{ kpi: "CA", dimension: "", member: "", period: "2026", value: 1 }];
    const list = await frames(
      connection(pages({ rows: products(0, 2), total: 2 }), { listTargets: async () => targets }),
      { now: () => new Date("2026-11-23T08:30:00Z") },
    );
    expect(list.map((frame) => ("table" in frame ? `${frame.type} ${frame.table}` : frame.type))).toEqual([
      "start",
      "table salespeople",
      "table-end salespeople",
      "table products",
      "chunk products",
      "table-end products",
      "targets",
      "end",
    ]);
    expect(list[0]).toMatchObject({
      source: "test",
      sourceLabel: "Essai",
      tables: ["salespeople", "products"],
    });
    expect(list.at(-1)).toEqual({ type: "end", refreshedAt: "2026-11-23T08:30:00.000Z", totalRows: 2 });
  });

  test("pages of any size become chunks of 5,000 rows", async () => {
    const source = pages(
      { rows: products(0, 12_000), next: "1" },
      { rows: products(12_000, 1), next: "2" },
      { rows: [], next: "3" },
      { rows: products(12_001, 4) },
    );
    const chunks = (await frames(connection(source))).filter((frame) => frame.type === "chunk");
    expect(chunks.map(({ rows }) => rows)).toEqual([5_000, 5_000, 2_005]);
    expect(chunks.flatMap(({ columns }) => columns.id)).toEqual(
      Array.from({ length: 12_005 }, (_, at) => String(at)),
    );
  });

  test("rows set aside by the page and by validation are counted together; a row seen on two pages counts once", async () => {
    const unreadable = { origin: "f:9", failure: failure("file-quotes", { file: "f", line: 9 }) };
    const collected = await collect(
      load(
        connection(
          pages(
            { rows: [product(1)], rejected: [unreadable], next: "1" },
            { rows: [product(1), product(2)] },
          ),
        ),
        DECLARATION,
      ),
    );
    if (!collected.ok) throw new Error(collected.failure.code);
    expect(collected.value.data.tables.products.length).toBe(2);
    expect(collected.value.rejected.products.count).toBe(2);
    expect(collected.value.rejected.products.sample.map(({ failure: why }) => why.code)).toEqual([
      "file-quotes",
      "row-duplicate-id",
    ]);
    expect(collected.value.data.provenance).toMatchObject({ source: "test", dataDate: 20_000 });
  });

  test.each([
    ["a failure of the source", new FailureError(failure("source-refused")), "source-refused"],
    ["anything else thrown", new TypeError("secret=1"), "internal"],
    ["a thrown non-error", "x", "internal"],
  ])("%s becomes the last frame", async (_, thrown, code) => {
    const source = connection(async () => {
      throw thrown;
    });
    const list = await frames(source);
    expect(list.at(-1)).toMatchObject({ type: "error", failure: { code } });
    expect(JSON.stringify(list)).not.toContain("secret");
  });

  test("a page that never comes ends in a failure, whether or not the source heeds its signal", async () => {
    const never = connection(() => new Promise(() => {}));
    expect(await lastOf(never, { pageTimeoutMs: 20 })).toBe("source-unavailable");
  });

  test("stopping in the middle of a page ends at once", async () => {
    const control = new AbortController();
    const seen: AbortSignal[] = [];
    const source = connection((_, __, signal) => {
      seen.push(signal);
      setTimeout(() => control.abort(), 10);
      return new Promise(() => {});
    });
    expect(await lastOf(source, { signal: control.signal })).toBe("stopped");
    expect(seen.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("a signal that was aborted before asks the source nothing", async () => {
    const listPage = jest.fn();
    expect(await lastOf(connection(listPage), { signal: AbortSignal.abort() })).toBe("stopped");
    expect(listPage).not.toHaveBeenCalled();
  });

  test("a cursor that comes back would never end, and is refused", async () => {
    const source = pages({ rows: products(0, 1), next: "1" }, { rows: products(1, 1), next: "1" });
    expect(await lastOf(connection(source))).toBe("source-invalid-answer");
  });

  test("a source of which nothing could be read fails with its first reason", async () => {
    const empty = { origin: "f", failure: failure("file-empty", { file: "f" }) };
    expect(await lastOf(connection(pages({ rows: [], rejected: [empty] })))).toBe("file-empty");
  });

  test("a stream without an end is a failed refresh for whoever collects it", async () => {
    async function* cut(): AsyncGenerator<RefreshFrame> {
      yield { type: "start", source: "x", sourceLabel: "X", dataDate: 0, tables: [] };
    }
    expect(await collect(cut())).toEqual({ ok: false, failure: { code: "stream-truncated", params: {} } });
  });
});
