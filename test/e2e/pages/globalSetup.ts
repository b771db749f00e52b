import { buildPaneHarness } from "./paneHarness";

/** Once for all tests of the pane's screens. */
export default async function globalSetup(): Promise<void> {
  await buildPaneHarness();
}
