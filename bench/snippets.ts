import type { Click } from "../workbench/snippets/run";
import { readSnippets } from "../workbench/snippets/snippet";
import { openWindow } from "./officeWindow";

const USAGE = `npm run snippets -- FOLDER [--errors]
  FOLDER    Script Lab snippets for Excel (*.yaml), in folders by area
  --errors  lists the buttons that fail, and by what`;

/** Prints the share of the snippets' buttons that run on the stand-in, area by area. */
async function main(args: readonly string[]): Promise<number> {
  const [folder] = args.filter((arg) => !arg.startsWith("--"));
  if (!folder) {
    console.error(USAGE);
    return 2;
  }
  openWindow();
  // The window comes before the library that looks for it.
  const { runSnippet } = await import("../workbench/snippets/run");
  const areas = new Map<string, Click[]>();
  for (const snippet of readSnippets(folder)) {
    const clicks = await runSnippet(snippet);
    areas.set(snippet.area, [...(areas.get(snippet.area) ?? []), ...clicks]);
    if (args.includes("--errors"))
      for (const { button, error } of clicks)
        if (error !== undefined) console.log(`${snippet.area} › ${snippet.name} › ${button}: ${error}`);
  }
  for (const [area, clicks] of areas) console.log(`${share(clicks)}  ${area}`);
  console.log(`${share([...areas.values()].flat())}  all`);
  return 0;
}

function share(clicks: readonly Click[]): string {
  const run = clicks.filter(({ error }) => error === undefined).length;
  const percent = clicks.length === 0 ? 0 : Math.round((100 * run) / clicks.length);
  return `${String(run).padStart(5)} of ${String(clicks.length).padStart(5)} buttons  ${String(percent).padStart(3)} %`;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
