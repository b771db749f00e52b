import { buildWorkbench } from "../workbench/page/build";
import { build } from "./build";
import { ensureChromium } from "./system";

/** Things that `start` and `demo` need before they can run: a browser, the add-in, the workbench's page. */
export async function prepare(): Promise<void> {
  if (!ensureChromium()) console.error("The browser that comes with the packages is tried instead.");
  await build();
  await buildWorkbench();
}
