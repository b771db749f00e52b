import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestFor } from "../../scripts/manifest";

const manifest = readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8");
const ID = "0b9f0c0e-58a5-4f2e-9d53-0c6e2f1d7a11";

test("an installation's manifest names its own gateway everywhere", () => {
  const own = manifestFor(manifest, { origin: "https://vigie.example.com", id: ID, version: "2.0.1.0" });
  expect(own).not.toContain("localhost");
  expect(own.match(/https:\/\/vigie\.example\.com/g)?.length).toBe(
    manifest.match(/https:\/\/localhost:3443/g)?.length,
  );
  expect(own).toContain(`<Id>${ID}</Id>`);
  expect(own).toContain("<Version>2.0.1.0</Version>");
  expect(own).toContain('MinVersion="1.9"');
});

test("a closing slash is forgiven", () => {
  expect(manifestFor(manifest, { origin: "https://vigie.example.com/" })).not.toContain("com//");
});

test.each([
  [{ origin: "http://vigie.example.com" }],
  [{ origin: "https://vigie.example.com/path" }],
  [{ origin: "vigie" }],
  [{ origin: "https://vigie.example.com", id: "42" }],
  [{ origin: "https://vigie.example.com", version: "two" }],
])("%j is refused", (installation) => {
  expect(() => manifestFor(manifest, installation)).toThrow();
});
