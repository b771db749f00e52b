import { transformSync } from "@swc/core";
import { openOffice } from "../host/jsdom";
import type { Snippet } from "./snippet";

/** One click: the button's words, and the error that came of it. */
export interface Click {
  readonly button: string;
  readonly error?: string;
}

const LONGEST_CLICK_MS = 10_000;
/** No request for so long: the click has done its work. */
const QUIET_MS = 60;

/**
 * Opens an empty workbook and the snippet's page, and clicks each of its buttons in the page's order, set-up first. A
 * click fails by whatever reaches the console as an error, or nobody at all.
 */
export async function runSnippet(snippet: Snippet): Promise<readonly Click[]> {
  const errors: string[] = [];
  const note = (...parts: readonly unknown[]) => void errors.push(parts.map(said).join(" "));
  const unhandled = (reason: unknown) => note(reason);
  const thrown = (event: ErrorEvent) => {
    event.preventDefault();
    note(event.error);
  };
  process.on("unhandledRejection", unhandled);
  window.addEventListener("error", thrown);
  document.body.innerHTML = snippet.template;
  const office = await openOffice();
  const idle = async () => {
    const began = performance.now();
    let [seen, since] = [office.host.counters().syncs, began];
    while (performance.now() - since < QUIET_MS) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 6));
      const { syncs } = office.host.counters();
      if (syncs !== seen) [seen, since] = [syncs, performance.now()];
      if (performance.now() - began > LONGEST_CLICK_MS) return note("It did not end.");
    }
  };
  try {
    start(snippet.script, note);
    await idle();
    const [atStart] = errors.splice(0);
    const clicks: Click[] = [];
    for (const button of document.querySelectorAll("button")) {
      button.click();
      await idle();
      const [error = atStart] = errors.splice(0);
      clicks.push({ button: button.textContent?.trim() ?? "", ...(error === undefined ? {} : { error }) });
    }
    return clicks;
  } finally {
    office.dispose();
    window.removeEventListener("error", thrown);
    process.off("unhandledRejection", unhandled);
    document.body.innerHTML = "";
  }
}

/** Runs the snippet's own code as Script Lab does: on a page that is there, with the console as its mouth. */
function start(script: string, onError: (...parts: readonly unknown[]) => void): void {
  const silent = () => undefined;
  const mouth = { log: silent, info: silent, warn: silent, debug: silent, table: silent, error: onError };
  try {
    const { code } = transformSync(script, {
      isModule: false,
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    });
    new Function("console", code)(mouth);
  } catch (error) {
    onError(error);
  }
}

function said(part: unknown): string {
  const { code, message, debugInfo } = (part ?? {}) as Partial<OfficeExtension.Error>;
  if (typeof code !== "string") return typeof message === "string" ? message : String(part);
  return `${code} ${debugInfo?.errorLocation ?? ""}`.trim();
}
