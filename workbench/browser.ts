/** The Chromium that tests and the demo drive, wherever this machine has one. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];
const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const LAUNCH_MS = 60_000;

/** The message to a person when there is no browser. */
const NO_BROWSER =
  "No Chromium was found: install Chrome or Chromium, or set CHROME_PATH to its program (Debian: apt-get install chromium).";

export interface LaunchOptions {
  /** A window one can see; default false. */
  readonly headed?: boolean;
}

/** Launches the first browser that starts; throws `NO_BROWSER` when none does. */
export async function launchBrowser({ headed = false }: LaunchOptions = {}): Promise<Browser> {
  const common = { args: ARGS, headless: !headed, timeout: LAUNCH_MS };
  const given = process.env.CHROME_PATH;
  if (given) return chromium.launch({ ...common, executablePath: given });
  const attempts: (() => Promise<Browser>)[] = [
    ...SYSTEM.filter((path) => existsSync(path)).map(
      (executablePath) => () => chromium.launch({ ...common, executablePath }),
    ),
    () => chromium.launch({ ...common, channel: "chrome" }),
    () => chromium.launch({ ...common, channel: "msedge" }),
    () => chromium.launch(common),
    async () => chromium.launch({ ...common, executablePath: await packagedChromium() }),
  ];
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch {
      // The next one may be there.
    }
  }
  throw new Error(NO_BROWSER);
}

/** The browser that comes with the packages, on Linux x64. */
async function packagedChromium(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("no packaged browser");
  // Makes the package unpack the libraries that a bare Linux lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}
