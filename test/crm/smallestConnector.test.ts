import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fetch } from "../../src/crm/http";
import { load } from "../../src/crm/load";
import { collect } from "../../src/sales/collect";
import { tinyConnector } from "./smallestConnector";

const OPTIONS = { url: "https://crm.example", token: "secret" };
const never = new AbortController().signal;

async function loaded(fetch: Fetch) {
  const connector = tinyConnector(fetch);
  return collect(load(await connector.connect(OPTIONS, never), connector.declaration));
}

describe("the smallest connector, as the guide shows it", () => {
  test("the guide's code is this code", () => {
    const guide = readFileSync(join(__dirname, "../../src/crm/README.md"), "utf8");
    const code = readFileSync(join(__dirname, "smallestConnector.ts"), "utf8");
    expect(guide).toContain(code.slice(code.indexOf("const OPTIONS")).trim());
  });

  test("it reads two pages with the token it was given", async () => {
    const asked: string[] = [];
    const result = await loaded(async (request) => {
      asked.push(`${request.url} ${request.headers.get("authorization")}`);
      const first = { items: [{ ref: "a", label: "A" }], after: "a b" };
      return Response.json(request.url.includes("after") ? { items: [{ ref: "b", label: "B" }] } : first);
    });
    expect(asked).toEqual([
      "https://crm.example/items Bearer secret",
      "https://crm.example/items?after=a%20b Bearer secret",
    ]);
    expect(result).toMatchObject({ ok: true, value: { data: { tables: { products: { length: 2 } } } } });
  });

  test("an answer of another shape is a failure that does not hold the token", async () => {
    const result = await loaded(async () => Response.json({ hello: "secret" }));
    expect(result).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
    expect(JSON.stringify(result)).not.toContain("secret");
  });

  test("an address that is none is refused", async () => {
    const connect = tinyConnector(async () => new Response()).connect({ ...OPTIONS, url: "ftp://x" }, never);
    await expect(connect).rejects.toMatchObject({ failure: { code: "configuration-invalid" } });
  });
});
