import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileVault, memoryVault, vaultKeys } from "../../src/gateway/vault";

const KEY = Buffer.alloc(32, 1);
const OTHER = Buffer.alloc(32, 2);
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-vault-"));
  file = join(folder, "kept", "vault.json");
});

test("a secret is there again after a restart, readable by its owner only, and not in the file", async () => {
  const vault = await fileVault(file, { key: KEY });
  await vault.put("ana hubspot", "s3cret");
  expect(readFileSync(file, "utf8")).not.toContain("s3cret");
  expect(statSync(file).mode & 0o077).toBe(0);
  expect((await fileVault(file, { key: KEY })).get("ana hubspot")).toBe("s3cret");
  await vault.delete("ana hubspot");
  expect((await fileVault(file, { key: KEY })).names()).toEqual([]);
});

test("many at once lose nothing and leave one file", async () => {
  const vault = await fileVault(file, { key: KEY });
  await Promise.all(Array.from({ length: 40 }, (_, index) => vault.put(`p${index}`, `s${index}`)));
  const again = await fileVault(file, { key: KEY });
  expect(again.names()).toHaveLength(40);
  expect(again.get("p39")).toBe("s39");
  expect(readdirSync(join(folder, "kept"))).toEqual(["vault.json"]);
});

test("what a killed process left beside the file is removed at start, and nothing else", async () => {
  await (await fileVault(file, { key: KEY })).put("ana", "s3cret");
  const names = ["vault.json.0123456789ab", "vault.json.bak", "other.json.0123456789ab"];
  for (const name of names) writeFileSync(join(folder, "kept", name), "half");
  await fileVault(file, { key: KEY });
  expect(readdirSync(join(folder, "kept"))).toEqual([
    "other.json.0123456789ab",
    "vault.json",
    "vault.json.bak",
  ]);
});

test("an entry moved under another name, changed or cut does not open, and the file stays", async () => {
  const vault = await fileVault(file, { key: KEY });
  await vault.put("ana", "of Ana");
  await vault.put("bo", "of Bo");
  const read = () => JSON.parse(readFileSync(file, "utf8"));
  const whole = read();
  const spoilt = [
    { ...whole, entries: { ana: whole.entries.bo, bo: whole.entries.ana } },
    { ...whole, entries: { ana: { ...whole.entries.ana, sealed: "AAAA" } } },
    { ...whole, entries: { ana: { ...whole.entries.ana, tag: whole.entries.ana.tag.slice(0, 8) } } },
    { ...whole, version: 9 },
    "nothing of ours",
  ];
  for (const content of spoilt) {
    const text = JSON.stringify(content);
    writeFileSync(file, text);
    await expect(fileVault(file, { key: KEY })).rejects.toMatchObject({
      failure: { code: "configuration-invalid" },
    });
    expect(readFileSync(file, "utf8")).toBe(text);
  }
});

test("with a new key and the old one everything is sealed anew; then the old one is worth nothing", async () => {
  await (await fileVault(file, { key: KEY })).put("ana", "s3cret");
  await expect(fileVault(file, { key: OTHER })).rejects.toMatchObject({
    failure: { params: { setting: "VIGIE_VAULT_KEY" } },
  });
  expect((await fileVault(file, { key: OTHER, old: KEY })).get("ana")).toBe("s3cret");
  expect((await fileVault(file, { key: OTHER })).get("ana")).toBe("s3cret");
  await expect(fileVault(file, { key: KEY })).rejects.toBeDefined();
});

test("the same secret twice is sealed differently", async () => {
  const vault = await fileVault(file, { key: KEY });
  await vault.put("a", "same");
  await vault.put("b", "same");
  const { a, b } = JSON.parse(readFileSync(file, "utf8")).entries;
  expect(a.sealed).not.toBe(b.sealed);
  expect(a.nonce).not.toBe(b.nonce);
});

test("keys come from the environment as 32 bytes in base64, or it is said what is expected", () => {
  const text = KEY.toString("base64");
  expect(vaultKeys({})).toBeUndefined();
  expect(vaultKeys({ VIGIE_VAULT_KEY: text })).toEqual({ key: KEY });
  expect(vaultKeys({ VIGIE_VAULT_KEY: text, VIGIE_VAULT_KEY_OLD: OTHER.toString("base64") })).toEqual({
    key: KEY,
    old: OTHER,
  });
  for (const wrong of ["password", text.slice(4), "é".repeat(32)])
    expect(() => vaultKeys({ VIGIE_VAULT_KEY: wrong })).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ params: expect.objectContaining({ setting: "VIGIE_VAULT_KEY" }) }),
      }),
    );
});

test("a vault of memory writes nothing", async () => {
  const vault = memoryVault();
  await vault.put("ana", "s3cret");
  expect([vault.isLasting, vault.get("ana"), vault.names(), existsSync(file)]).toEqual([
    false,
    "s3cret",
    ["ana"],
    false,
  ]);
});
