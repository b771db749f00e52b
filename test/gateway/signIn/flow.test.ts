import { failureOf } from "../../../src/crm/load";
import { sentence } from "../../../src/i18n/sentence";
import type { RefreshFrame } from "../../../src/sales/stream";
import type { ConnectAnswer, Session } from "../../../src/taskpane/gatewayClient";
import { openScene, type Pane, type Scene } from "./scene";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
}, 60_000);
afterEach(() => scene.stop());

const never = new AbortController().signal;

async function begun(pane: Pane) {
  const start = await pane.client.beginSignIn(await pane.source(), pane.values);
  if (!start.ok) throw new Error(start.failure.code);
  return start.value;
}

async function signIn(pane: Pane): Promise<ConnectAnswer> {
  const { address, attempt } = await begun(pane);
  const told = await scene.window().signIn(address);
  if (typeof told.claim !== "string") return { ok: false, failure: told.failure as never };
  return pane.client.claimSignIn(await pane.source(), attempt, told.claim);
}

async function sessionOf(pane: Pane): Promise<Session> {
  const answer = await signIn(pane);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

async function names(pane: Pane, session: Session): Promise<readonly unknown[]> {
  const frames: RefreshFrame[] = [];
  for await (const frame of pane.client.refresh(session, never)) frames.push(frame);
  const last = frames.at(-1);
  if (last?.type === "error") return [last.failure.code];
  return frames.flatMap((frame) => (frame.type === "chunk" ? (frame.columns.name ?? []) : []));
}

test("who signs in at the CRM is connected as themselves, by a cookie no script can read", async () => {
  const pane = scene.pane();
  const session = await sessionOf(pane);
  expect(session).toMatchObject({ source: "tiny", user: "director" });
  expect(session.token).toBeUndefined();
  expect(await names(pane, session)).toEqual(["Ana", "Bo", "Chloé"]);
  const cookie = pane.browser.cookies.get(`__Host-vigie-session-${session.id}`);
  expect([...cookie!.attributes.keys()].sort()).toEqual(
    ["httponly", "max-age", "partitioned", "path", "samesite", "secure"].sort(),
  );
  expect(cookie!.attributes.get("samesite")).toBe("None");
  expect(pane.browser.visibleCookies).toBe("");
});

test("two people never get each other's rows, whatever the other's session is called", async () => {
  const director = scene.pane();
  const bo = scene.pane();
  const ofDirector = await sessionOf(director);
  scene.crm.user = "bo";
  const ofBo = await sessionOf(bo);
  const both = await Promise.all([names(director, ofDirector), names(bo, ofBo), names(director, ofDirector)]);
  expect(both).toEqual([["Ana", "Bo", "Chloé"], ["Bo"], ["Ana", "Bo", "Chloé"]]);
  expect(await names(bo, { ...ofBo, id: ofDirector.id! })).toEqual(["session-expired"]);
  expect(await bo.client.reconcile(ofBo, never)).toMatchObject({ ok: true, value: [{ value: 1 }] });
  expect(await director.client.reconcile(ofDirector, never)).toMatchObject({
    ok: true,
    value: [{ value: 3 }],
  });
  expect(await bo.client.estimate(ofBo, never)).toMatchObject({
    value: { rows: 3, calls: 1, callsLeft: 999 },
  });
});

test("an access that ended is renewed once, however many ask, and the CRM's rotation is kept up with", async () => {
  const pane = scene.pane();
  const session = await sessionOf(pane);
  for (const round of [1, 2, 3]) {
    scene.crm.expireAccess();
    const all = await Promise.all([1, 2, 3, 4].map(() => names(pane, session)));
    expect(all).toEqual(Array(4).fill(["Ana", "Bo", "Chloé"]));
    expect(scene.crm.renewals).toBe(round);
  }
});

test("an access the CRM took back asks for a new sign-in, and nothing of the old one is left", async () => {
  const pane = scene.pane();
  const session = await sessionOf(pane);
  scene.crm.revokeAll();
  expect(await names(pane, session)).toEqual(["source-refused"]);
  expect((await pane.source()).signIn?.remembered).toBeUndefined();
});

test("what was allowed is remembered for that browser, and for no other", async () => {
  const pane = scene.pane();
  await sessionOf(pane);
  const again = await pane.client.connect(await pane.source(), {});
  expect(again).toMatchObject({ ok: true, value: { user: "director" } });
  expect((await pane.source()).signIn).toMatchObject({ isRegistered: true, remembered: {} });
  const other = scene.pane();
  expect((await other.source()).signIn?.remembered).toBeUndefined();
  expect(await other.client.connect(await other.source(), {})).toMatchObject({
    ok: false,
    failure: { code: "source-sign-in", params: { reason: "needed" } },
  });
});

test("forgetting takes the tokens back at the CRM and ends every session that used them", async () => {
  const pane = scene.pane();
  const [first, second] = [await sessionOf(pane), await pane.client.connect(await pane.source(), {})];
  expect(await pane.client.forgetSignIn(await pane.source())).toEqual({ ok: true, value: true });
  expect(scene.crm.families.map(({ isRevoked }) => isRevoked)).toEqual([true]);
  expect(await names(pane, first)).toEqual(["session-expired"]);
  expect(second.ok && (await names(pane, second.value))).toEqual(["session-expired"]);
  expect((await pane.source()).signIn?.remembered).toBeUndefined();
});

describe("a sign-in that the pane gives up", () => {
  const unknown = { failure: { code: "source-sign-in", params: { reason: "unknown" } } };
  const claims = async (pane: Pane, attempt: string, claim: unknown) =>
    pane.client.claimSignIn(await pane.source(), attempt, String(claim));

  test("before the window opens: the window learns nothing of the CRM", async () => {
    const pane = scene.pane();
    const { address, attempt } = await begun(pane);
    await pane.client.cancelSignIn(attempt);
    expect(await scene.window().signIn(address)).toMatchObject(unknown);
  });

  test("while the person is at the CRM: coming back leads nowhere and asks for no token", async () => {
    const pane = scene.pane();
    const { address, attempt } = await begun(pane);
    const window = scene.window();
    const { next } = await window.open(address);
    await pane.client.cancelSignIn(attempt);
    const back = (await window.browser.visit(next!)).headers.get("location");
    expect(JSON.parse((await window.open(back!)).message!)).toMatchObject(unknown);
    expect(scene.crm.families).toEqual([]);
  });

  test("after the CRM granted it: the CRM takes it back, the claim is void", async () => {
    const pane = scene.pane();
    const { address, attempt } = await begun(pane);
    const { claim } = await scene.window().signIn(address);
    await pane.client.cancelSignIn(attempt);
    expect(await claims(pane, attempt, claim)).toMatchObject({ ok: false, ...unknown });
    for (const until = Date.now() + 5_000; !scene.crm.families[0]?.isRevoked && Date.now() < until; )
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(scene.crm.families[0]?.isRevoked).toBe(true);
  });

  test("by somebody who does not know the pane's half: it goes on", async () => {
    const pane = scene.pane();
    const { address, attempt } = await begun(pane);
    await scene.pane().client.cancelSignIn("another-attempt");
    const { claim } = await scene.window().signIn(address);
    expect(await claims(pane, attempt, claim)).toMatchObject({ ok: true });
  });
});

test("a browser that keeps no cookies carries the secret itself, and its sign-in ends with the session", async () => {
  const pane = scene.pane({ keepsCookies: false });
  const session = await sessionOf(pane);
  expect(session.token).toMatch(/^[\w-]{43}$/);
  expect(await names(pane, session)).toEqual(["Ana", "Bo", "Chloé"]);
  await pane.client.disconnect(session);
  for (const until = Date.now() + 5_000; !scene.crm.families[0]?.isRevoked && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(scene.crm.families[0]?.isRevoked).toBe(true);
});

describe("a sign-in that does not succeed says why, in our words", () => {
  const reasonOf = (told: Record<string, unknown>) => {
    const failure = told.failure as Parameters<typeof sentence>[0];
    expect(sentence(failure, "fr")).toMatch(/^(La connexion à la source|La source)/);
    return failure.params.reason ?? failure.code;
  };
  const throughTheCrm = async (address: string, window = scene.window()) => {
    const { next } = await window.open(address);
    return (await window.browser.visit(next!)).headers.get("location")!;
  };

  test("access denied", async () => {
    scene.crm.consent = "deny";
    const { address } = await begun(scene.pane());
    expect(reasonOf(await scene.window().signIn(address))).toBe("denied");
    expect(scene.heard.join("")).not.toContain("CRM words");
  });

  test.each([
    ["html", "exchange"],
    ["error", "exchange"],
  ] as const)("the token address answers with %s", async (trouble, reason) => {
    scene.crm.tokenTrouble = trouble;
    const { address } = await begun(scene.pane());
    expect(reasonOf(await scene.window().signIn(address))).toBe(reason);
  });

  test("a code that the CRM no longer takes", async () => {
    const { address } = await begun(scene.pane());
    const window = scene.window();
    const back = new URL(await throughTheCrm(address, window));
    back.searchParams.set("code", "code-of-yesterday");
    expect(reasonOf(JSON.parse((await window.open(back.href)).message!))).toBe("code");
  });

  test("a state that nobody sent, and one that was used", async () => {
    const { address } = await begun(scene.pane());
    const window = scene.window();
    const back = await throughTheCrm(address, window);
    const forged = new URL(back);
    forged.searchParams.set("state", "x".repeat(43));
    expect(reasonOf(JSON.parse((await window.open(forged.href)).message!))).toBe("unknown");
    expect(JSON.parse((await window.open(back)).message!)).toHaveProperty("claim");
    expect(reasonOf(JSON.parse((await window.open(back)).message!))).toBe("unknown");
    expect(scene.crm.asked.filter((line) => line === "POST /token")).toHaveLength(1);
  });

  test("a callback that another browser opens", async () => {
    const { address } = await begun(scene.pane());
    const back = await throughTheCrm(address);
    expect(reasonOf(JSON.parse((await scene.window().open(back)).message!))).toBe("unknown");
    expect(scene.crm.asked).not.toContain("POST /token");
  });

  test("a first page that is opened twice", async () => {
    const { address } = await begun(scene.pane());
    await scene.window().open(address);
    expect(reasonOf(JSON.parse((await scene.window().open(address)).message!))).toBe("unknown");
  });

  test("a claim that was taken, and one that another pane takes", async () => {
    const pane = scene.pane();
    const source = await pane.source();
    const mine = await begun(pane);
    const { claim } = await scene.window().signIn(mine.address);
    const thief = scene.pane();
    const theirs = await begun(thief);
    const stolen = await thief.client.claimSignIn(source, theirs.attempt, String(claim));
    expect(stolen).toMatchObject({ ok: false, failure: { params: { reason: "unknown" } } });
    expect(await pane.client.claimSignIn(source, mine.attempt, String(claim))).toMatchObject({ ok: false });
    const again = await begun(pane);
    const told = await scene.window().signIn(again.address);
    expect(await pane.client.claimSignIn(source, again.attempt, String(told.claim))).toMatchObject({
      ok: true,
    });
    expect(await pane.client.claimSignIn(source, again.attempt, String(told.claim))).toMatchObject({
      ok: false,
    });
  });
});

test("no secret is in the log or in anything the browsers were answered", async () => {
  const pane = scene.pane();
  const session = await sessionOf(pane);
  scene.crm.expireAccess();
  await names(pane, session);
  scene.crm.consent = "deny";
  await signIn(pane);
  await pane.client.forgetSignIn(await pane.source());
  const cookies = [...pane.browser.cookies.values()].map(({ value }) => value);
  expect(scene.crm.secrets.length).toBeGreaterThan(5);
  expect(scene.log.length).toBeGreaterThan(5);
  for (const secret of [...scene.crm.secrets, ...cookies]) {
    expect(scene.log.join("")).not.toContain(secret);
    expect(scene.heard.join("")).not.toContain(secret);
  }
  expect(failureOf(new Error(scene.crm.secrets[0])).params).toEqual({});
});
