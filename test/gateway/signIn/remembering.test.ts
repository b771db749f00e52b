import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileVault } from "../../../src/gateway/vault";
import type { Session } from "../../../src/taskpane/gatewayClient";
import { openScene, type Pane, type Scene } from "./scene";

const KEY = Buffer.alloc(32, 7);
const CODE = "douze caractères au moins";
const REFUSED = { ok: false, failure: { code: "source-refused" } };
const path = (): string => join(mkdtempSync(join(tmpdir(), "vigie-vault-")), "vault.json");

let scene: Scene | undefined;
afterEach(() => scene?.stop());

async function signedIn(at: Scene, pane: Pane, code?: string): Promise<Session> {
  const start = await pane.client.beginSignIn(await pane.source(), {}, code);
  if (!start.ok) throw new Error(start.failure.code);
  const { claim } = await at.window().signIn(start.value.address);
  const answer = await pane.client.claimSignIn(await pane.source(), start.value.attempt, String(claim));
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

test("after a restart the browser's person is connected without a window, and the file holds no token", async () => {
  const file = path();
  const key = { key: KEY };
  scene = await openScene({}, { vault: await fileVault(file, key) });
  const pane = scene.pane();
  await signedIn(scene, pane);
  const text = readFileSync(file, "utf8");
  for (const secret of [...scene.crm.secrets, "director"]) expect(text).not.toContain(secret);
  await scene.restart({ vault: await fileVault(file, key) });
  scene.crm.expireAccess();
  expect(await pane.client.connect(await pane.source(), {})).toMatchObject({
    ok: true,
    value: { user: "director" },
  });
  expect(scene.crm.renewals).toBe(1);
  // The renewed tokens were written down before they were used: another restart goes on from them.
  await scene.restart({ vault: await fileVault(file, key) });
  scene.crm.expireAccess();
  expect(await pane.client.connect(await pane.source(), {})).toMatchObject({ ok: true });
});

test("what was not used for longer than configured is forgotten at start", async () => {
  const file = path();
  scene = await openScene({}, { vault: await fileVault(file, { key: KEY }) });
  const pane = scene.pane();
  await signedIn(scene, pane);
  await scene.restart({
    vault: await fileVault(file, { key: KEY }),
    now: () => Date.now() + 31 * 86_400_000,
  });
  expect((await pane.source()).signIn?.remembered).toBeUndefined();
  expect(await pane.client.connect(await pane.source(), {})).toMatchObject({ ok: false });
});

test("rememberDays 0 keeps nothing beyond the session", async () => {
  scene = await openScene({ rememberDays: 0 });
  const pane = scene.pane();
  const session = await signedIn(scene, pane);
  await pane.client.disconnect(session);
  for (const until = Date.now() + 5_000; !scene.crm.families[0]?.isRevoked && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(scene.crm.families[0]?.isRevoked).toBe(true);
});

describe("the team account", () => {
  const team = async () => {
    scene = await openScene({ teamAccounts: { tiny: { code: CODE } } });
    return { scene, pane: scene.pane() };
  };

  test("is offered, and named in the session of whoever has its code", async () => {
    const { scene: at, pane } = await team();
    expect(await pane.source()).toMatchObject({ teamAccount: { isRemembered: false } });
    expect(await signedIn(at, pane, CODE)).toMatchObject({ account: "team", user: "director" });
    const colleague = at.pane();
    expect(await colleague.client.connectAsTeam(await colleague.source(), CODE)).toMatchObject({
      ok: true,
      value: { account: "team", user: "director" },
    });
  });

  test("is closed to whoever has not, and to a person who signed in as themselves", async () => {
    const { scene: at, pane } = await team();
    await signedIn(at, pane, CODE);
    const other = at.pane();
    for (const code of ["", "douze caractères au moin", `${CODE} `])
      expect(await other.client.connectAsTeam(await other.source(), code)).toMatchObject({
        ok: false,
        failure: { code: "source-refused" },
      });
    expect(await other.client.connect(await other.source(), {})).toMatchObject({ ok: false });
    at.crm.user = "bo";
    expect(await signedIn(at, other)).toMatchObject({ user: "bo" });
  });

  test("is not one person's to take back", async () => {
    const { scene: at, pane } = await team();
    const session = await signedIn(at, pane, CODE);
    await pane.client.forgetSignIn(await pane.source(), session);
    expect(await pane.client.connectAsTeam(await pane.source(), CODE)).toMatchObject({ ok: true });
  });

  test("once opened with its code it opens again without, in that browser alone", async () => {
    const { scene: at, pane } = await team();
    expect((await pane.source()).teamAccount).toEqual({ isRemembered: false });
    expect(await pane.client.connectAsTeam(await pane.source())).toMatchObject(REFUSED);
    await signedIn(at, pane, CODE);
    expect((await pane.source()).teamAccount).toEqual({ isRemembered: true });
    expect(await pane.client.connectAsTeam(await pane.source())).toMatchObject({
      ok: true,
      value: { account: "team", user: "director" },
    });
    const other = at.pane();
    expect((await other.source()).teamAccount).toEqual({ isRemembered: false });
    expect(await other.client.connectAsTeam(await other.source())).toMatchObject(REFUSED);
    const cookieless = at.pane({ keepsCookies: false });
    expect(await cookieless.client.connectAsTeam(await cookieless.source(), CODE)).toMatchObject({
      ok: true,
    });
    expect(await cookieless.client.connectAsTeam(await cookieless.source())).toMatchObject(REFUSED);
    // A wrong code is refused also where a right one is remembered, and nobody signs the team in without one.
    expect(await pane.client.connectAsTeam(await pane.source(), "un autre code, plus long")).toMatchObject(
      REFUSED,
    );
    const response = await pane.browser.fetch(`${at.url}/api/sign-in`, {
      method: "POST",
      headers: { "X-Vigie-Pane": "1", "Content-Type": "application/json" },
      body: JSON.stringify({ source: "tiny", account: "team" }),
    });
    expect(response.status).toBe(403);
    // The code is in nothing that a browser keeps or was told, nor in the log.
    const kept = [...pane.browser.cookies.values()].map(({ value }) => value);
    expect(JSON.stringify([at.heard, at.log, kept])).not.toContain(CODE);
  });

  test("is asked for its code again once that was changed, forgotten, or not used for long", async () => {
    const file = path();
    const vault = () => fileVault(file, { key: KEY });
    const teamAccounts = { tiny: { code: CODE } };
    scene = await openScene({ teamAccounts }, { vault: await vault() });
    const pane = scene.pane();
    const isRemembered = async () => (await pane.source()).teamAccount?.isRemembered;
    const opensWithoutCode = async () => (await pane.client.connectAsTeam(await pane.source())).ok;
    await signedIn(scene, pane, CODE);
    expect(readFileSync(file, "utf8")).not.toContain(CODE);
    await scene.restart({ vault: await vault() });
    expect([await isRemembered(), await opensWithoutCode()]).toEqual([true, true]);

    const later = (days: number) => () => Date.now() + days * 86_400_000;
    await scene.restart({ vault: await vault(), now: later(29) });
    expect(await opensWithoutCode()).toBe(true);
    // That use began the days anew.
    await scene.restart({ vault: await vault(), now: later(58) });
    expect(await isRemembered()).toBe(true);
    let days = 58;
    await scene.restart({ vault: await vault(), now: () => later(days)() });
    days = 60;
    expect([await isRemembered(), await opensWithoutCode()]).toEqual([false, false]);
    days = 58;
    expect(await isRemembered()).toBe(true);

    expect(await pane.client.forgetTeam(await pane.source())).toMatchObject({ ok: true });
    expect([await isRemembered(), await opensWithoutCode()]).toEqual([false, false]);
    expect((await pane.client.connectAsTeam(await pane.source(), CODE)).ok).toBe(true);
    expect(await isRemembered()).toBe(true);

    const changed = { tiny: { code: "un code tout nouveau" } };
    await scene.restart({ vault: await vault(), now: later(58) }, { teamAccounts: changed });
    expect([await isRemembered(), await opensWithoutCode()]).toEqual([false, false]);
  });

  test("is not remembered where nothing is", async () => {
    scene = await openScene({ teamAccounts: { tiny: { code: CODE } }, rememberDays: 0 });
    const pane = scene.pane();
    await pane.source();
    await signedIn(scene, pane, CODE);
    expect(await pane.client.connectAsTeam(await pane.source())).toMatchObject(REFUSED);
  });

  test("needs a code of some length", async () => {
    await expect(openScene({ teamAccounts: { tiny: { code: "court" } } })).rejects.toMatchObject({
      failure: { code: "configuration-invalid" },
    });
  });
});

test("until the administrator has registered Vigie the pane is told how", async () => {
  scene = await openScene({ options: {} });
  const pane = scene.pane();
  const source = await pane.source();
  expect(source.signIn).toMatchObject({ isRegistered: false, registration: { en: expect.any(String) } });
  expect(await pane.client.beginSignIn(source, { address: "https://crm.test" })).toMatchObject({
    ok: false,
    failure: { code: "source-sign-in", params: { reason: "unregistered" } },
  });
});

test("neither the client's secret nor an address of the CRM's sign-in is told to the pane", async () => {
  scene = await openScene();
  const response = await scene.pane().browser.fetch(`${scene.url}/api/sources`);
  const text = await response.text();
  // Nor what the administrator filled in already.
  expect(JSON.parse(text).sources[0].fields).toEqual([expect.objectContaining({ name: "token" })]);
  for (const hidden of ["client-secret", "vigie-client", "authorize", "/token", "administrators"])
    expect(text).not.toContain(hidden);
});
