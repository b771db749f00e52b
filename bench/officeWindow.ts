import { JSDOM } from "jsdom";

/** Globals that office.js and its host look for. */
const FROM_WINDOW = [
  "window",
  "document",
  "Node",
  "Event",
  "MessageEvent",
  "HTMLScriptElement",
  "sessionStorage",
  "Excel",
  "Office",
  "OfficeExtension",
  "OfficeRuntime",
  "CustomFunctions",
] as const;

/** Makes this Node process look like an add-in's page, so that `openOffice` can load Microsoft's library into it. */
export function openWindow(): void {
  const { window } = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: "https://localhost/taskpane.html",
    runScripts: "dangerously",
  });
  for (const name of FROM_WINDOW)
    Object.defineProperty(globalThis, name, {
      get: () => (name === "window" ? window : window[name]),
      configurable: true,
    });
}
