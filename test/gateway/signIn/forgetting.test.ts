import { mkdtempSync } from "node:fs";
import { chmod, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { forgetUnused } from "../../../src/gateway/expiry";
import { fileVault, type Vault } from "../../../src/gateway/vault";
import type { Session } from "../../../src/taskpane/gatewayClient";
import { openScene, type Pane, type Scene } from "./scene";

const KEY = { key: Buffer.alloc(32, 7) };
const CODE = "douze caractères au moins";
const DAY = 86_400_000;
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

const lastFrame = async (pane: Pane, session: Session) => {
  const frames = [];
  for await (const frame of pane.client.refresh(session, new AbortController().signal)) frames.push(frame);
  return frames.at(-1);
};

/** A vault that works until its folder is turned into a file: then no write succeeds, whoever runs the test. */
async function breakable(): Promise<{ vault: Vault; file: string; breakDisk: () => Promise<void> }> {
  const file = path();
  const vault = await fileVault(file, KEY);
  return {
    vault,
    file,
    breakDisk: async () => {
      await rm(dirname(file), { recursive: true });
      await writeFile(dirname(file), "no folder");
    },
  };
}

describe("a sign-in forgotten while the disk cannot be written", () => {
  test("is revoked, its sessions end, and the person is told what did not happen", async () => {
    const { vault, breakDisk } = await breakable();
    scene = await openScene({}, { vault });
    const pane = scene.pane();
    await pane.source();
    const session = await signedIn(scene, pane);
    await breakDisk();
    expect(await pane.client.forgetSignIn(await pane.source())).toEqual({
      ok: false,
      failure: { code: "sign-in-not-erased", params: {} },
    });
    expect(scene.crm.families.map(({ isRevoked }) => isRevoked)).toEqual([true]);
    expect(await lastFrame(pane, session)).toMatchObject({ failure: { code: "session-expired" } });
    expect((await pane.source()).signIn?.remembered).toBeUndefined();
    expect(await pane.client.connect(await pane.source(), {})).toMatchObject({ ok: false });
    expect(scene.log.join("")).toContain("could not be erased");
  });

  test("names the CRM where that did not take it back either", async () => {
    const { vault, breakDisk } = await breakable();
    scene = await openScene({}, { vault });
    const pane = scene.pane();
    await pane.source();
    await signedIn(scene, pane);
    await breakDisk();
    const source = await pane.source();
    scene.crm.stop();
    expect(await pane.client.forgetSignIn(source)).toMatchObject({
      failure: { code: "sign-in-not-erased", params: { source: expect.any(String) } },
    });
  });

  test("a token the CRM refuses is the CRM's refusal, not a fault of ours", async () => {
    const { vault, breakDisk } = await breakable();
    scene = await openScene({}, { vault });
    const pane = scene.pane();
    await pane.source();
    const session = await signedIn(scene, pane);
    await breakDisk();
    for (const family of scene.crm.families) family.isRevoked = true;
    expect(await lastFrame(pane, session)).toMatchObject({ failure: { code: "source-refused" } });
    expect((await pane.source()).signIn?.remembered).toBeUndefined();
  });

  test("the team's memory says so too", async () => {
    const { vault, breakDisk } = await breakable();
    scene = await openScene({ teamAccounts: { tiny: { code: CODE } } }, { vault });
    const pane = scene.pane();
    await pane.source();
    await signedIn(scene, pane, CODE);
    await breakDisk();
    expect(await pane.client.forgetTeam(await pane.source())).toMatchObject({
      ok: false,
      failure: { code: "sign-in-not-erased" },
    });
    expect((await pane.source()).teamAccount).toEqual({ isRemembered: false });
  });
});

test("what could not be written is with the next write", async () => {
  const file = path();
  const folder = dirname(file);
  const vault = await fileVault(file, KEY);
  await vault.put("ana", "1");
  await rm(folder, { recursive: true });
  await writeFile(folder, "no folder");
  expect([await vault.put("bo", "2"), await vault.delete("ana")]).toEqual([false, false]);
  expect(vault.names()).toEqual(["bo"]);
  await rm(folder);
  expect(await vault.put("chloé", "3")).toBe(true);
  expect((await fileVault(file, KEY)).names()).toEqual(["bo", "chloé"]);
});

test("one entry that cannot be erased does not keep the other old ones", async () => {
  const file = path();
  const vault = await fileVault(file, KEY);
  for (const name of ["a", "b", "c"]) await vault.put(name, JSON.stringify({ usedAt: 0 }));
  await rm(dirname(file), { recursive: true });
  await writeFile(dirname(file), "no folder");
  expect(await forgetUnused(vault, 30, 31 * DAY)).toBe(false);
  expect(vault.names()).toEqual([]);
});

test("the vault is replaced, never written in place: whatever happens, one whole file is there", async () => {
  const file = path();
  const vault = await fileVault(file, KEY);
  await vault.put("ana", "1");
  const before = await readFile(file, "utf8");
  const elsewhere = join(dirname(file), "elsewhere.json");
  await writeFile(elsewhere, before);
  await rm(file);
  await symlink(elsewhere, file);
  await chmod(elsewhere, 0o400);
  await vault.put("bo", "2");
  expect(await readFile(elsewhere, "utf8")).toBe(before);
  expect((await fileVault(file, KEY)).names()).toEqual(["ana", "bo"]);
});

describe("a sign-in is remembered for rememberDays without use", () => {
  const begin = async () => {
    let now = Date.now();
    scene = await openScene({}, { vault: await fileVault(path(), KEY), now: () => now });
    const pane = scene.pane();
    await pane.source();
    await signedIn(scene, pane);
    const at = scene;
    return {
      at,
      pane,
      later: (days: number) => {
        now += days * DAY;
      },
      isRemembered: async () => (await pane.source()).signIn?.remembered !== undefined,
    };
  };

  test("also by a gateway that never restarts", async () => {
    const { pane, later, isRemembered } = await begin();
    later(30);
    expect(await isRemembered()).toBe(true);
    later(1);
    expect(await isRemembered()).toBe(false);
    expect(await pane.client.connect(await pane.source(), {})).toMatchObject({ ok: false });
  });

  test("each use begins the days anew, looking does not", async () => {
    const { at, pane, later, isRemembered } = await begin();
    later(20);
    expect((await pane.client.connect(await pane.source(), {})).ok).toBe(true);
    later(20);
    expect(await isRemembered()).toBe(true);
    later(11);
    expect(await isRemembered()).toBe(false);
    expect(at.log.join("")).not.toContain('"fault"');
  });

  test("a restart knows of the last use", async () => {
    const file = path();
    let now = Date.now();
    const clock = { now: () => now };
    scene = await openScene({}, { vault: await fileVault(file, KEY), ...clock });
    const pane = scene.pane();
    await pane.source();
    await signedIn(scene, pane);
    now += 20 * DAY;
    expect((await pane.client.connect(await pane.source(), {})).ok).toBe(true);
    now += 20 * DAY;
    await scene.restart({ vault: await fileVault(file, KEY), ...clock });
    expect((await pane.source()).signIn?.remembered).toBeDefined();
  });
});
