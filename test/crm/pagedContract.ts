import type { Connector } from "../../src/crm/connector";
import { load } from "../../src/crm/load";
import { type Collected, collect } from "../../src/sales/collect";
import type { Result } from "../../src/sales/failure";
import { idsIn } from "./kpis";

/** A CRM with twenty-five customers, read ten a page, whose answers a test may replace. */
export interface PagedCrm {
  readonly connector: Connector;
  readonly options: Readonly<Record<string, unknown>>;
  /** Customers in the CRM now, by id. */
  ids(): number[];
  add(id: number): void;
  /** Changes something of a customer that no row shows. */
  touch(id: number): void;
  remove(id: number): void;
  /** Makes a field that a row needs something else than what it is. */
  spoil(id: number): void;
  /** Answers in the CRM's place: `nth` counts the pages of customers from 1. */
  meddle(answer: (nth: number) => Response | Promise<Response> | undefined): void;
  /** A page of these customers, as the CRM writes it. */
  page(ids: readonly number[]): Response;
  /** The key is no longer good. */
  revoke(): void;
  /** What the CRM's records are called to a person. */
  readonly record: string;
}

const never = new AbortController().signal;
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
export const TWENTY_FIVE = numbers(1, 25);

/** What every paged connector must keep: complete, or one clear failure, never a part in silence. */
export function pagedContract(
  make: () => PagedCrm,
  { noticesGone }: { readonly noticesGone: boolean },
): void {
  const loaded = async (crm: PagedCrm, signal = never): Promise<Result<Collected>> => {
    const connection = await crm.connector.connect({ ...crm.options, pageSize: 10 }, signal);
    return collect(load(connection, crm.connector.declaration, { signal }));
  };
  const complete = async (crm: PagedCrm): Promise<Collected> => {
    const result = await loaded(crm);
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return result.value;
  };
  const customersOf = async (crm: PagedCrm) =>
    idsIn(await complete(crm), "customers")
      .map(Number)
      .sort((one, other) => one - other);
  /** Something happens when the third page is asked for. */
  const meanwhile = (happens: (crm: PagedCrm) => void): PagedCrm => {
    const crm = make();
    crm.meddle((nth) => {
      if (nth === 3) happens(crm);
      return undefined;
    });
    return crm;
  };

  test("three pages give every record once", async () => {
    expect(await customersOf(make())).toEqual(TWENTY_FIVE);
  });

  test("a 429 in the middle is waited for", async () => {
    const crm = make();
    let refused = 0;
    crm.meddle((nth) =>
      nth === 2 && refused++ === 0
        ? new Response("", { status: 429, headers: { "retry-after": "0" } })
        : undefined,
    );
    expect(await customersOf(crm)).toEqual(TWENTY_FIVE);
    expect(refused).toBeGreaterThan(0);
  });

  test("an answer that does not come is asked for again", async () => {
    const crm = make();
    crm.meddle((nth) => (nth === 2 ? new Promise<Response>(() => {}) : undefined));
    expect(await customersOf(crm)).toEqual(TWENTY_FIVE);
  });

  test("answers that never come end the refresh", async () => {
    const crm = make();
    crm.meddle((nth) => (nth >= 2 ? new Promise<Response>(() => {}) : undefined));
    expect(await loaded(crm)).toMatchObject({ ok: false, failure: { code: "source-unavailable" } });
  });

  test("a truncated reply ends the refresh", async () => {
    const crm = make();
    crm.meddle((nth) => (nth === 2 ? new Response('[{"id":11,"na') : undefined));
    expect(await loaded(crm)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });

  test("a key that is revoked in the middle is a refusal", async () => {
    const crm = make();
    crm.meddle((nth) => {
      if (nth === 2) crm.revoke();
      return undefined;
    });
    expect(await loaded(crm)).toMatchObject({ ok: false, failure: { code: "source-refused" } });
  });

  test("a stop in the middle ends the refresh as stopped", async () => {
    const crm = make();
    const stop = new AbortController();
    crm.meddle((nth) => {
      if (nth === 2) stop.abort();
      return undefined;
    });
    expect(await loaded(crm, stop.signal)).toMatchObject({ ok: false, failure: { code: "stopped" } });
  });

  test("a row that two pages give is there once", async () => {
    const crm = make();
    crm.meddle((nth) => (nth === 2 ? crm.page(numbers(10, 19)) : undefined));
    const all = await complete(crm);
    expect(idsIn(all, "customers").map(Number)).toEqual(TWENTY_FIVE);
    expect(all.rejected.customers.count).toBe(0);
  });

  test("a server that gives the first page for ever is found out", async () => {
    const crm = make();
    crm.meddle((nth) => (nth > 0 ? crm.page(numbers(1, 10)) : undefined));
    expect(await loaded(crm)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });

  test("a record with a field of the wrong type is set aside, the others are kept", async () => {
    const crm = make();
    crm.spoil(13);
    const all = await complete(crm);
    expect(idsIn(all, "customers").map(Number)).toEqual(TWENTY_FIVE.filter((id) => id !== 13));
    expect(all.rejected.customers).toMatchObject({
      count: 1,
      sample: [{ origin: `${crm.record} 13`, failure: { code: "row-unreadable" } }],
    });
  });

  test("one that comes behind the reader is read at the end", async () => {
    const crm = meanwhile((inside) => inside.add(4));
    crm.remove(4);
    expect(await customersOf(crm)).toEqual(TWENTY_FIVE);
  });

  test("one that is made meanwhile is read with the last page", async () => {
    expect(await customersOf(meanwhile((crm) => crm.add(99)))).toEqual([...TWENTY_FIVE, 99]);
  });

  test("one that changes is read as it was or as it is, never twice", async () => {
    const crm = meanwhile((inside) => inside.touch(3));
    expect(await customersOf(crm)).toEqual(TWENTY_FIVE);
  });

  test("one that goes before it is read shifts no other", async () => {
    const crm = meanwhile((inside) => inside.remove(23));
    expect(await customersOf(crm)).toEqual(TWENTY_FIVE.filter((id) => id !== 23));
  });

  test("one that goes after it was read is noticed, or goes with the next refresh", async () => {
    const crm = meanwhile((inside) => inside.remove(3));
    const result = await loaded(crm);
    if (noticesGone) {
      expect(result).toMatchObject({
        ok: false,
        failure: { code: "source-changed", params: { table: "customers" } },
      });
      return;
    }
    expect(result.ok && idsIn(result.value, "customers").map(Number)).toEqual(TWENTY_FIVE);
    const connection = await crm.connector.connect(crm.options, never);
    expect(await connection.changes!.presentIds!("customers", never)).not.toContain("3");
  });
}
