import { readFileSync } from "node:fs";
import { SEASONS_PAGE, seasonsPage } from "../../bench/seasons";

test("docs/seasons.md says what the projections do today (npx tsx bench/seasons.ts --page writes it anew)", async () => {
  expect(readFileSync(SEASONS_PAGE, "utf8")).toBe(await seasonsPage());
}, 120_000);
