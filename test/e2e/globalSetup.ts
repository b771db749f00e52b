import { buildWorkbench } from "../../workbench/page/build";

/** Once for all browser tests: two workers must not write the same page. */
export default async function globalSetup(): Promise<void> {
  await buildWorkbench();
}
