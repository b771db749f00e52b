import { connectors, localConnectors } from "../../src/crm/connectors";
import { registry } from "../../src/crm/registry";

describe("the registry", () => {
  test("finds what is registered and lists what exists otherwise", () => {
    const all = registry(connectors);
    expect(all.find("demo")).toMatchObject({ ok: true, value: { declaration: { id: "demo" } } });
    expect(all.find("toString")).toEqual({
      ok: false,
      failure: {
        code: "source-unknown",
        params: { source: "toString", possible: connectors.map(({ declaration }) => declaration.id) },
      },
    });
  });

  test("two connectors of one id are refused at start", () => {
    expect(() => registry([...connectors, connectors[0]!])).toThrow("configuration-invalid");
  });

  test("a folder can be named on a person's own machine only", async () => {
    const connect = (list: typeof connectors) => {
      const csv = registry(list).find("csv");
      if (!csv.ok) throw new Error("csv is missing");
      return csv.value.connect({ folder: "/nowhere" }, new AbortController().signal);
    };
    await expect(connect(connectors)).rejects.toMatchObject({ failure: { code: "configuration-invalid" } });
    await expect(connect(localConnectors)).rejects.toMatchObject({ failure: { code: "folder-missing" } });
  });
});
