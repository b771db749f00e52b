import { FAILURE_CODES, type Failure, FailureError, failure } from "../sales/failure";
import { decodeText } from "../sales/frames";
import type { RefreshFrame } from "../sales/stream";
import type { Schedule } from "./schedule";

declare const VIGIE_GATEWAY: string;

/** The gateway's address, which the administrator wrote into the project (`Config.js`). */
export const gatewayAddress = (): string => VIGIE_GATEWAY;

const PANE = { "X-Vigie-Pane": "1" };

/** Opens a session with the team's account, reads a full refresh and hangs up. Throws FailureError. */
export function openTeamRefresh({ source, code }: Schedule): AsyncIterable<RefreshFrame> {
  const session = JSON.parse(
    ask("api/sessions", {
      method: "post",
      contentType: "application/json",
      headers: PANE,
      payload: JSON.stringify({ source, account: "team", code }),
    }),
  ) as { readonly token?: string };
  const headers = { ...PANE, Authorization: `Bearer ${session.token ?? ""}` };
  try {
    return decodeText(ask("api/refresh", { method: "get", headers }));
  } finally {
    UrlFetchApp.fetch(url("api/sessions/current"), { method: "delete", headers, muteHttpExceptions: true });
  }
}

const url = (path: string): string => `${gatewayAddress().replace(/\/$/, "")}/${path}`;

function ask(path: string, options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions): string {
  let response: GoogleAppsScript.URL_Fetch.HTTPResponse;
  try {
    response = UrlFetchApp.fetch(url(path), { ...options, muteHttpExceptions: true });
  } catch (thrown) {
    const isQuota = /too many times|quota/i.test(String(thrown));
    throw new FailureError(failure(isQuota ? "sheets-quota" : "gateway-unreachable"));
  }
  const text = response.getContentText("UTF-8");
  if (response.getResponseCode() < 300) return text;
  throw new FailureError(
    failureIn(text) ?? failure("gateway-invalid-answer", { status: response.getResponseCode() }),
  );
}

function failureIn(text: string): Failure | undefined {
  try {
    const { failure: told } = JSON.parse(text) as { readonly failure?: Failure };
    return told && FAILURE_CODES.includes(told.code) ? told : undefined;
  } catch {
    return undefined;
  }
}
