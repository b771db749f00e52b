import type { AccessTokens } from "../../src/crm/signIn";
import type { Collected } from "../../src/sales/collect";
import type { Result } from "../../src/sales/failure";
import { idsIn } from "./kpis";

/** A connector before a fake of its CRM that holds 25 products, ten to a page, and lets a test spoil them. */
export interface PagedCrm {
  /** May answer in the CRM's place; `nth` counts the pages of products. */
  meddle: (nth: number) => Response | Promise<Response> | undefined;
  load(): Promise<Result<Collected>>;
  idOf(nth: number): string;
  /** A whole page, as this CRM gives it, of these products. */
  pageOf(nths: readonly number[]): Response;
  /** A page of one record that has no id. */
  anonymousPage(): Response;
  add(nth: number): void;
  remove(nth: number): void;
  rename(nth: number, name: string): void;
  /** Gives a field of the nth product a value of another type. */
  spoil(nth: number): void;
  /** The token in use ends; a new one is granted when asked for. */
  expire(): void;
  /** No token will do any more. */
  revoke(): void;
  readonly renewals: number;
  /** Methods of all requests so far, and those that are known to change nothing. */
  readonly methods: readonly string[];
  readonly reads: readonly string[];
}

/** What a fake of a CRM shows of itself to these tests. */
interface Fake {
  token: string;
  readonly tokens: AccessTokens;
  readonly renewals: number;
  readonly asked: readonly { readonly method: string }[];
}

/** A fake with products that can be made, changed, taken away, and with tokens that end. */
export abstract class PagedFake<Row> implements Omit<PagedCrm, "load" | "pageOf" | "anonymousPage"> {
  meddle: PagedCrm["meddle"] = () => undefined;
  readonly reads: readonly string[] = ["GET"];
  protected abstract readonly fake: Fake;
  protected abstract products: Row[];
  abstract idOf(nth: number): string;
  protected abstract product(nth: number, name?: unknown): Row;
  protected abstract is(row: Row, nth: number): boolean;

  add(nth: number): void {
    this.products = [...this.products, this.product(nth)];
  }

  remove(nth: number): void {
    this.products = this.products.filter((one) => !this.is(one, nth));
  }

  rename(nth: number, name: unknown): void {
    this.products = this.products.map((one) => (this.is(one, nth) ? this.product(nth, name) : one));
  }

  spoil(nth: number): void {
    this.rename(nth, { first: "Chaud" });
  }

  expire(): void {
    this.fake.token = "token-2";
  }

  revoke(): void {
    this.fake.token = "another's";
    this.fake.tokens.renewed = async () => "refused too";
  }

  get renewals(): number {
    return this.fake.renewals;
  }

  get methods(): readonly string[] {
    return this.fake.asked.map(({ method }) => method);
  }
}

const FIRST_PAGE = span(1, 10);

/** Whole numbers from one to another, both included. */
export function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** What every connector must do when pages go wrong: all of it, or a clear error; never a part in silence. */
export function readsPages(name: string, make: () => PagedCrm): void {
  const loaded = async (crm: PagedCrm) => {
    const result = await crm.load();
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return { ids: idsIn(result.value, "products"), rejected: result.value.rejected.products };
  };
  const idsOf = (crm: PagedCrm, nths: readonly number[]) => nths.map((nth) => crm.idOf(nth));
  const never = () => new Promise<Response>(() => {});
  const meddling = (at: number, answer: (crm: PagedCrm) => Response | Promise<Response> | undefined) => {
    const crm = make();
    crm.meddle = (nth) => (nth === at ? answer(crm) : undefined);
    return crm;
  };

  /** Something happens in the CRM when that page is asked for; the CRM answers all the same. */
  const happening = (at: number, happens: (crm: PagedCrm) => void) =>
    meddling(at, (crm) => {
      happens(crm);
      return undefined;
    });

  describe(`reading ${name} page by page`, () => {
    test("three pages give every record once, by readings alone", async () => {
      const crm = make();
      expect((await loaded(crm)).ids).toEqual(idsOf(crm, span(1, 25)));
      expect(new Set(crm.methods)).toEqual(new Set(crm.reads));
    });

    test("a 429 in the middle is waited for", async () => {
      const crm = meddling(2, () => new Response("", { status: 429, headers: { "retry-after": "0" } }));
      expect((await loaded(crm)).ids).toEqual(idsOf(crm, span(1, 25)));
    });

    test("an answer that does not come is asked for again", async () => {
      const crm = meddling(2, never);
      expect((await loaded(crm)).ids).toEqual(idsOf(crm, span(1, 25)));
    });

    test("answers that never come end the refresh", async () => {
      const crm = make();
      crm.meddle = (nth) => (nth >= 2 ? never() : undefined);
      expect(await crm.load()).toMatchObject({ ok: false, failure: { code: "source-unavailable" } });
    });

    test("a truncated reply ends the refresh", async () => {
      const crm = meddling(2, async (crm) => new Response((await crm.pageOf([11, 12]).text()).slice(0, -9)));
      expect(await crm.load()).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
    });

    test("an expired token is renewed once, and the load is complete", async () => {
      const crm = happening(2, (crm) => crm.expire());
      expect((await loaded(crm)).ids).toEqual(idsOf(crm, span(1, 25)));
      expect(crm.renewals).toBe(1);
    });

    test("a token that was revoked ends the refresh as a refusal", async () => {
      const crm = happening(2, (crm) => crm.revoke());
      expect(await crm.load()).toMatchObject({ ok: false, failure: { code: "source-refused" } });
    });

    test("a row that two pages give is there once", async () => {
      const crm = meddling(2, (crm) => crm.pageOf(span(10, 19)));
      const { ids, rejected } = await loaded(crm);
      expect([...ids].sort()).toEqual(idsOf(crm, span(1, 25)).sort());
      expect(rejected.count).toBe(0);
    });

    test("a server that gives the first page for ever is found out", async () => {
      const crm = make();
      crm.meddle = (nth) => (nth > 0 ? crm.pageOf(FIRST_PAGE) : undefined);
      expect(await crm.load()).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
    });

    test("a record with a field of the wrong type is set aside, the others are kept", async () => {
      const crm = make();
      crm.spoil(13);
      crm.spoil(21);
      const { ids, rejected } = await loaded(crm);
      expect(ids).toEqual(
        idsOf(
          crm,
          span(1, 25).filter((nth) => nth !== 13 && nth !== 21),
        ),
      );
      expect(rejected.count).toBe(2);
      expect(rejected.sample[0]).toMatchObject({
        origin: expect.stringContaining(crm.idOf(13)),
        failure: { code: "row-unreadable" },
      });
    });

    test("a record without an id ends the refresh: it cannot be told from another", async () => {
      const crm = meddling(2, (crm) => crm.anonymousPage());
      expect(await crm.load()).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
    });
  });

  describe(`records of ${name} that change while they are read`, () => {
    /** Something happens in the CRM when the third page is asked for. */
    const meanwhile = (happens: (crm: PagedCrm) => void) => happening(3, happens);

    test("one that comes behind the reader is fetched at the end", async () => {
      const crm = meanwhile((crm) => {
        crm.add(4);
        crm.add(5);
      });
      crm.remove(4);
      crm.remove(5);
      const { ids } = await loaded(crm);
      expect([...ids].sort()).toEqual(idsOf(crm, span(1, 25)).sort());
    });

    test("one that is made meanwhile is read with the last page", async () => {
      const crm = meanwhile((crm) => crm.add(99));
      expect((await loaded(crm)).ids).toEqual(idsOf(crm, [...span(1, 25), 99]));
    });

    test("one that changes is read as it was or as it is, never twice", async () => {
      const crm = meanwhile((crm) => crm.rename(3, "Autre nom"));
      expect((await loaded(crm)).ids).toEqual(idsOf(crm, span(1, 25)));
    });

    test("one that goes before it is read shifts no other", async () => {
      const crm = meanwhile((crm) => crm.remove(23));
      expect((await loaded(crm)).ids).toEqual(
        idsOf(
          crm,
          span(1, 25).filter((nth) => nth !== 23),
        ),
      );
    });

    test("one that goes after it was read ends the refresh clearly", async () => {
      const crm = meanwhile((crm) => crm.remove(3));
      expect(await crm.load()).toMatchObject({
        ok: false,
        failure: { code: "source-changed", params: { table: "products" } },
      });
    });
  });
}
