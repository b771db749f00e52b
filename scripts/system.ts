import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program of the system that a command needs, where it may be, and the Debian package that brings it. */
interface SystemProgram {
  readonly label: string;
  readonly commands: readonly string[];
  readonly debianPackages: readonly string[];
  readonly environmentVariable?: string;
  /** Files that must be there beside the command. */
  readonly files?: readonly string[];
  readonly otherwise: string;
}

const CHROMIUM: SystemProgram = {
  label: "Chromium",
  commands: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  debianPackages: ["chromium"],
  environmentVariable: "CHROME_PATH",
  otherwise: "install Chrome, Edge or Chromium, or set CHROME_PATH to its executable",
};

const LIBREOFFICE: SystemProgram = {
  label: "LibreOffice Calc",
  commands: ["soffice", "libreoffice"],
  debianPackages: ["libreoffice-calc"],
  otherwise: "install LibreOffice (the tests open the saved workbooks with it)",
};

const PDF_TOOLS: SystemProgram = {
  label: "pdftotext and pdftoppm",
  commands: ["pdftoppm"],
  debianPackages: ["poppler-utils"],
  otherwise: "install Poppler's command-line tools",
};

const TRYTON_MODULES = "/usr/lib/python3/dist-packages/trytond/modules";
const TRYTON: SystemProgram = {
  label: "The Tryton server with its sales modules",
  commands: ["trytond"],
  files: [`${TRYTON_MODULES}/sale_opportunity`, `${TRYTON_MODULES}/account_invoice`],
  debianPackages: [
    "tryton-server",
    "tryton-modules-sale",
    "tryton-modules-sale-opportunity",
    "tryton-modules-account-invoice",
    "tryton-proteus",
  ],
  otherwise: "run the tests as root on Debian 12, or set VIGIE_SKIP_TRYTON=1 to leave its tests out",
};

/** Installed by a system's own installer outside PATH. */
const APPLICATION_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  Chromium: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  "LibreOffice Calc": [
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
  ],
};

export const ensureChromium = (): boolean => ensure(CHROMIUM);
export const ensureLibreOffice = (): boolean => ensure(LIBREOFFICE);
export const ensurePdfTools = (): boolean => ensure(PDF_TOOLS);

/** The real server that the Tryton connector is tried on; where it cannot run, a person says so aloud. */
export const skipsTryton = (): boolean => process.env.VIGIE_SKIP_TRYTON === "1";
export const ensureTryton = (): boolean => skipsTryton() || ensure(TRYTON);

/** Finds the program, installs it on Debian or Ubuntu as root, or says in one sentence what to do. */
function ensure(program: SystemProgram): boolean {
  if (isPresent(program)) return true;
  if (canInstallDebianPackages()) {
    console.log(`${program.label} is missing: installing ${program.debianPackages.join(" ")} with apt-get…`);
    const quiet = { stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"] };
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...program.debianPackages], {
      ...quiet,
      env,
    });
    if (isPresent(program)) return true;
  }
  console.error(`${program.label} was not found: ${program.otherwise}.`);
  return false;
}

function isPresent(program: SystemProgram): boolean {
  const named = program.environmentVariable && process.env[program.environmentVariable];
  if (named && existsSync(named)) return true;
  if ((APPLICATION_FOLDERS[program.label] ?? []).some(existsSync)) return true;
  if (!(program.files ?? []).every((file) => existsSync(file))) return false;
  const finder = process.platform === "win32" ? "where" : "which";
  return program.commands.some((command) => spawnSync(finder, [command], { stdio: "ignore" }).status === 0);
}

const canInstallDebianPackages = (): boolean =>
  process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
