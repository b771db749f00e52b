import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

test("docs/faults.md names thirteen faults, and tests that exist", () => {
  const page = readFileSync(join(ROOT, "docs", "faults.md"), "utf8");
  const numbers = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
  const named = [...page.matchAll(/`([\w/.]+\.test\.ts)`/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(numbers.length);
  expect(named.filter((path) => !existsSync(join(ROOT, "test", path)))).toEqual([]);
});
