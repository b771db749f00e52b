import type { Tokens } from "../../../src/gateway/signIn/provider";
import { KeptTokens } from "../../../src/gateway/signIn/tokens";
import { FailureError, failure } from "../../../src/sales/failure";

const never = new AbortController().signal;
const HOUR = 3_600_000;
const first: Tokens = {
  access: "a1",
  refresh: "r1",
  expiresAt: HOUR,
  granted: { api_domain: "https://one.test" },
};

function kept(tokens: Tokens = first, renew?: (refreshToken: string) => Promise<Tokens>) {
  const did: string[] = [];
  let now = 0;
  let count = 1;
  const held = new KeptTokens(tokens, {
    label: "CRM",
    now: () => now,
    provider: {
      renew: async (refreshToken) => {
        did.push(`renew ${refreshToken}`);
        if (renew) return renew(refreshToken);
        count += 1;
        return { access: `a${count}`, refresh: `r${count}`, expiresAt: now + HOUR, granted: {} };
      },
    },
    store: async ({ access }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      did.push(`store ${access}`);
    },
    used: () => undefined,
    dead: async () => void did.push("dead"),
  });
  return {
    held,
    did,
    at: (time: number) => {
      now = time;
    },
  };
}
const refusal = (asked: Promise<unknown>) =>
  asked.then(String, (thrown: FailureError) => thrown.failure.code);

test("a token that is still good is handed out as it is, one about to end is renewed before", async () => {
  const { held, did, at } = kept();
  at(HOUR - 61_000);
  expect(await held.current(never)).toBe("a1");
  at(HOUR - 60_000);
  expect(await held.current(never)).toBe("a2");
  expect(did).toEqual(["renew r1", "store a2"]);
});

test("new tokens are written down before anybody gets them", async () => {
  const { held, did } = kept();
  const got = await held.renewed("a1", never);
  expect([...did, `use ${got}`]).toEqual(["renew r1", "store a2", "use a2"]);
});

test("asked many times at once it renews once, and a refusal of an older token renews nothing", async () => {
  const { held, did } = kept();
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => held.renewed("a1", never)));
  expect(new Set(all)).toEqual(new Set(["a2"]));
  expect(await held.renewed("a1", never)).toBe("a2");
  expect(did.filter((step) => step.startsWith("renew"))).toEqual(["renew r1"]);
});

test("a CRM that rotates nothing keeps its refresh token, and what it granted stays", async () => {
  const { held, did } = kept(first, async () => ({ access: "a2", granted: {} }));
  await held.renewed("a1", never);
  await held.renewed("a2", never);
  expect(did.filter((step) => step.startsWith("renew"))).toEqual(["renew r1", "renew r1"]);
  expect(held.granted).toEqual({ api_domain: "https://one.test" });
});

test("who stops waiting does not stop the renewal of the others", async () => {
  let finish: (tokens: Tokens) => void = () => undefined;
  const { held } = kept(
    first,
    () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  );
  const impatient = new AbortController();
  const left = refusal(held.renewed("a1", impatient.signal));
  const stays = held.renewed("a1", never);
  impatient.abort();
  expect(await left).toBe("stopped");
  finish({ access: "a2", granted: {} });
  expect(await stays).toBe("a2");
});

test("a refusal ends the tokens; a CRM that does not answer only ends the attempt", async () => {
  const answer = (code: "source-refused" | "source-unavailable") => async (): Promise<Tokens> => {
    throw new FailureError(failure(code));
  };
  const refused = kept(first, answer("source-refused"));
  expect(await refusal(refused.held.renewed("a1", never))).toBe("source-refused");
  expect(refused.did).toContain("dead");
  const silent = kept(first, answer("source-unavailable"));
  expect(await refusal(silent.held.renewed("a1", never))).toBe("source-unavailable");
  expect(silent.did).not.toContain("dead");
  const without = kept({ access: "a1", granted: {} });
  expect(await refusal(without.held.renewed("a1", never))).toBe("source-refused");
});
