import type { Connector } from "../../src/crm/connector";
import type { Fetch } from "../../src/crm/http";
import type { AccessTokens } from "../../src/crm/signIn";
import type { Collected } from "../../src/sales/collect";
import { FailureError, failure, type Result } from "../../src/sales/failure";
import { idsIn } from "./kpis";

type Answer = () => Response | Promise<Response>;

/** A connector before a fake of a CRM that pages by cursor: products numbered from 1, three pages of them. */
export interface CursorCrm {
  readonly products: number;
  /** May answer in the CRM's place; `nth` counts the pages of products of the reading. */
  meddle: (nth: number) => Response | Promise<Response> | undefined;
  load(options?: Readonly<Record<string, unknown>>): Promise<Result<Collected>>;
  /** A limit of calls for the moment, and for the day. */
  readonly limited: Answer;
  readonly spent: Answer;
  readonly truncated: Answer;
  /** The second page with the last product of the first one before it. */
  readonly overlapping: Answer;
  /** A page that is followed by itself. */
  readonly endless: Answer;
  /** A page of one record that has no id. */
  readonly anonymous: Answer;
  /** Gives the name of a product another type; what it is called among the rows set aside. */
  spoil(id: number): string;
  add(id: number): void;
  touch(id: number): void;
  remove(id: number): void;
  /** What the CRM takes from those who signed in; the way in that a token opens is then closed. */
  signedInWith(token: string): void;
  /** What a sign-in says beside the token. */
  readonly granted: Readonly<Record<string, string>>;
}

/** What both connectors by cursor do when pages go wrong: all of it, or a clear error; never a part in silence. */
export function readsByCursor(
  name: string,
  make: () => CursorCrm,
  connectorWith: (fetch: Fetch) => Connector,
): void {
  const all = (crm: CursorCrm) => Array.from({ length: crm.products }, (_, at) => String(at + 1));
  const never: Answer = () => new Promise<Response>(() => {});
  const products = async (crm: CursorCrm, options?: Readonly<Record<string, unknown>>) => {
    const result = await crm.load(options);
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    const ids = idsIn(result.value, "products").filter((id) => id !== "0");
    return { ids, rejected: result.value.rejected.products };
  };
  const meddling = (meddle: (nth: number, crm: CursorCrm) => ReturnType<CursorCrm["meddle"]>) => {
    const crm = make();
    crm.meddle = (nth) => meddle(nth, crm);
    return crm;
  };

  describe(`reading ${name} page by page`, () => {
    test("three pages give every record once", async () => {
      const crm = make();
      expect((await products(crm)).ids).toEqual(all(crm));
    });

    test.each<[string, (crm: CursorCrm) => Answer]>([
      ["a limit of calls in the middle is waited for", (crm) => crm.limited],
      ["an answer that does not come is asked for again", () => never],
      ["a row that two pages give is there once", (crm) => crm.overlapping],
    ])("%s", async (_, answer) => {
      const crm = meddling((nth, self) => (nth === 2 ? answer(self)() : undefined));
      const { ids, rejected } = await products(crm);
      expect(ids).toEqual(all(crm));
      expect(rejected.count).toBe(0);
    });

    test.each<[string, string, (crm: CursorCrm) => Answer]>([
      ["a day's calls that are used up", "source-quota", (crm) => crm.spent],
      ["answers that never come", "source-unavailable", () => never],
      ["a truncated reply", "source-invalid-answer", (crm) => crm.truncated],
      ["a page that is followed by itself", "source-invalid-answer", (crm) => crm.endless],
      ["a record that cannot be told from another", "source-invalid-answer", (crm) => crm.anonymous],
    ])("%s: the refresh ends with %s", async (_, code, answer) => {
      const crm = meddling((nth, self) => (nth >= 2 ? answer(self)() : undefined));
      expect(await crm.load()).toMatchObject({ ok: false, failure: { code, params: { source: name } } });
    });

    test("a spent day is not asked again", async () => {
      let asked = 0;
      const crm = meddling((nth, self) => {
        if (nth < 2) return undefined;
        asked++;
        return self.spent();
      });
      await crm.load();
      expect(asked).toBe(1);
    });

    test("a record with a field of the wrong type is set aside, the others are kept", async () => {
      const crm = make();
      const origin = crm.spoil(13);
      const { ids, rejected } = await products(crm);
      expect(ids).toEqual(all(crm).filter((id) => id !== "13"));
      const why = { code: "row-unreadable", params: { field: "name" } };
      expect(rejected).toMatchObject({ count: 1, sample: [{ origin, failure: why }] });
    });
  });

  describe(`records of ${name} that change while they are read`, () => {
    test.each<[string, (crm: CursorCrm) => void, readonly string[]]>([
      ["made: read with the last page", (crm) => crm.add(999), ["999"]],
      ["changed: as it was or as it is, never twice", (crm) => crm.touch(3), []],
      ["gone: shifts no other", (crm) => crm.remove(3), []],
    ])("one that is %s", async (_, happens, more) => {
      const crm = meddling((nth, self) => (nth === 3 ? void happens(self) : undefined));
      expect((await products(crm)).ids).toEqual([...all(crm), ...more]);
    });
  });

  describe(`signed in at ${name}`, () => {
    test.each([
      ["is renewed once, and the load is complete", true, { ok: true }],
      ["and cannot be renewed is a refusal", false, { ok: false, failure: { code: "source-refused" } }],
    ])("a token that ends in the middle %s", async (_, renewable, outcome) => {
      let [held, renewals, ended] = ["first", 0, false];
      const crm = meddling((nth, self) => {
        if (nth === 2 && !ended) self.signedInWith("second");
        ended ||= nth === 2;
        return undefined;
      });
      crm.signedInWith(held);
      const tokens: AccessTokens = {
        granted: crm.granted,
        current: async () => held,
        renewed: async () => {
          renewals++;
          if (!renewable) throw new FailureError(failure("source-refused", { source: name }));
          held = "second";
          return held;
        },
      };
      expect(await crm.load({ token: undefined, tokens })).toMatchObject(outcome);
      expect(renewals).toBe(1);
    });
  });

  describe(`a connection to ${name} that cannot be`, () => {
    test("a token that was revoked, which no failure holds", async () => {
      const said = await make().load({ token: "revoked-token" });
      expect(said).toMatchObject({ ok: false, failure: { code: "source-refused" } });
      expect(JSON.stringify(said)).not.toContain("revoked-token");
    });

    test("neither token nor sign-in", async () => {
      const said = await make().load({ token: "" });
      expect(said).toMatchObject({ ok: false, failure: { code: "source-sign-in" } });
    });

    const signal = new AbortController().signal;
    test.each<[string, string, Fetch]>([
      ["a proxy's page", "source-invalid-answer", async () => new Response("<html>")],
      [
        "a certificate that nobody vouches for",
        "source-certificate",
        async () => {
          throw Object.assign(new Error("certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
        },
      ],
    ])("%s: %s", async (_, code, fetch) => {
      const connecting = connectorWith(fetch).connect({ token: "x" }, signal);
      await expect(connecting).rejects.toMatchObject({ failure: { code } });
    });
  });
}
