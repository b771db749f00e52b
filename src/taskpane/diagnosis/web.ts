import type { Finding } from "../../workbook";
import type { DialogHost } from "../signInDialog";

/** Abilities of the browser inside Excel, one probe each. */
export const WEB_PROBE_IDS = ["dialog", "storage", "cookies", "clipboard", "script"] as const;
export type WebProbeId = (typeof WEB_PROBE_IDS)[number];

const DIALOG_MS = 8_000;
const KEY = "vigie.diagnostic";

/** Runs them one after the other; `page` is an address of this origin, which a dialog shows for a moment. */
export async function probeBrowser(
  host: DialogHost | undefined,
  page: string,
  onFinding: (finding: Finding<WebProbeId>) => void,
): Promise<Finding<WebProbeId>[]> {
  const findings: Finding<WebProbeId>[] = [];
  const probes = { dialog: () => dialog(host, page), storage, cookies, clipboard, script };
  for (const id of WEB_PROBE_IDS) {
    const found = await probes[id]();
    const finding = { id, verdict: found.isExpected ? "expected" : "other", found: found.text } as const;
    findings.push(finding);
    onFinding(finding);
  }
  return findings;
}

interface Found {
  readonly isExpected: boolean;
  readonly text: string;
}

/** A window opens at all, and closes when told. */
function dialog(host: DialogHost | undefined, page: string): Promise<Found> {
  if (!host) return Promise.resolve({ isExpected: false, text: "no dialogs" });
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ isExpected: false, text: "no answer in 8 s" }), DIALOG_MS);
    host.displayDialogAsync(page, { height: 30, width: 30 }, (opened) => {
      clearTimeout(late);
      const { error } = opened as { readonly error?: { readonly code?: number } };
      if (opened.status !== "succeeded")
        return resolve({ isExpected: false, text: `refused ${error?.code ?? ""}` });
      try {
        opened.value.close();
        resolve({ isExpected: true, text: "opened and closed" });
      } catch {
        resolve({ isExpected: false, text: "opened, not closed" });
      }
    });
  });
}

/** Settings of this machine are kept: what was left here by an earlier diagnosis is told. */
async function storage(): Promise<Found> {
  try {
    const before = localStorage.getItem(KEY) !== null;
    localStorage.setItem(KEY, "1");
    const isKept = localStorage.getItem(KEY) === "1";
    return {
      isExpected: isKept,
      text: `${isKept ? "kept" : "lost"}, earlier one ${before ? "found" : "not found"}`,
    };
  } catch {
    return { isExpected: false, text: "refused" };
  }
}

/** A cookie in the pane's frame; without it a session is named by a token, which works too. */
async function cookies(): Promise<Found> {
  const attempts = { partitioned: "; Partitioned", plain: "" };
  const kept = Object.entries(attempts).flatMap(([name, more]) => {
    // biome-ignore lint/suspicious/noDocumentCookie: Safari, in which this is in doubt, has no cookieStore of old.
    document.cookie = `${KEY}.${name}=1; SameSite=None; Secure; Path=/; Max-Age=60${more}`;
    return document.cookie.includes(`${KEY}.${name}=1`) ? [name] : [];
  });
  return { isExpected: kept.length > 0, text: kept.join(", ") || "none kept" };
}

/** True where the frame may copy by itself; otherwise text is selected for Ctrl+C. */
async function clipboard(): Promise<Found> {
  try {
    await navigator.clipboard.writeText("Vigie");
    return { isExpected: true, text: "granted" };
  } catch (error) {
    return { isExpected: false, text: error instanceof Error ? error.name : "refused" };
  }
}

/** Features of the language and of the browser that the code takes for granted. */
async function script(): Promise<Found> {
  const missing = [
    typeof crypto.randomUUID !== "function" && "crypto.randomUUID",
    typeof structuredClone !== "function" && "structuredClone",
    typeof AbortSignal.any !== "function" && "AbortSignal.any",
    typeof Array.prototype.at !== "function" && "Array.at",
    typeof ReadableStream !== "function" && "ReadableStream",
  ].filter((name) => name !== false);
  return { isExpected: missing.length === 0, text: missing.length === 0 ? "complete" : missing.join(", ") };
}
