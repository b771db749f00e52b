import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addInFolder } from "../../src/gateway/addInFolder";

const root = realpathSync(mkdtempSync(join(tmpdir(), "vigie-built-")));
const program = join(root, "server", "gateway.mjs");
mkdirSync(join(root, "server"));
mkdirSync(join(root, "addin"));
writeFileSync(program, "");

test("a built gateway serves the add-in beside it, also when started by a link", () => {
  const link = join(root, "vigie-gateway");
  symlinkSync(program, link);
  expect(addInFolder(program)).toBe(join(root, "addin"));
  expect(addInFolder(link)).toBe(join(root, "addin"));
});

test("from its sources, the last build of the working directory", () => {
  expect(addInFolder(join(__dirname, "..", "..", "src", "gateway", "main.ts"))).toBe(join("dist", "addin"));
  expect(addInFolder(join(root, "missing.mjs"))).toBe(join("dist", "addin"));
  expect(addInFolder(undefined)).toBe(join("dist", "addin"));
});
