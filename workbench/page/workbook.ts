/** One open workbook on the page: grid, host, the add-in in its pane, the status line. */

import type { WorkbookModel } from "../../src/xlsx/model";
import type { FunctionDescription } from "../grid/contract";
import type { GridSnapshot, UniverGrid } from "../grid/univerGrid";
import { createScreenGrid } from "../grid/univerScreen";
import { attachFrame } from "../host/frame";
import { createHost, type Host } from "../host/host";
import { drawCharts } from "./charts";
import { loadModel } from "./loadModel";
import { showStatus } from "./statusBar";

export interface PageConfig {
  /** The task pane's production page; `functions.json` lies beside it. */
  readonly addinUrl: string;
  readonly namespace: string;
}

/** A saved workbook: the grid's part and the host's. */
export interface SavedWorkbook {
  readonly grid: GridSnapshot;
  readonly host: ReturnType<Host["save"]>;
}

export interface OpenWorkbook {
  readonly grid: UniverGrid;
  readonly host: Host;
  readonly saved: () => SavedWorkbook;
  readonly close: () => void;
}

interface FunctionTexts {
  readonly functions: readonly {
    readonly name: string;
    readonly description?: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description?: string;
      readonly optional?: boolean;
      readonly repeating?: boolean;
    }[];
  }[];
}

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};

/** The workbook's contents before the add-in opens: nothing, a saved workbook, or a file. */
export interface Contents {
  /** `Excel.createWorkbook`: a file to be opened in a new window; null for an empty one. */
  readonly onCreateWorkbook?: (base64: string | null) => void;
  readonly saved?: SavedWorkbook;
  readonly model?: WorkbookModel;
}

/** Opens a workbook in the page; the one before must be closed. The add-in comes last, to a workbook that is whole. */
export async function openWorkbook(
  config: PageConfig,
  { saved, model, onCreateWorkbook }: Contents = {},
): Promise<OpenWorkbook> {
  const container = document.createElement("div");
  element("grid").replaceChildren(container);
  const grid = createScreenGrid(container, saved?.grid);
  const pane = element("pane");
  const host = createHost(grid, {
    displayLanguage: "fr-FR",
    ...(saved ? { snapshot: saved.host } : {}),
    ...(onCreateWorkbook && { onCreateWorkbook }),
    onPaneVisibility: (visibility) => pane.toggleAttribute("hidden", visibility === "Hidden"),
  });
  await learnFunctions(config, grid, host);
  if (model) loadModel(model, grid, host);
  drawCharts(grid);
  // Named before it enters the page: Chromium gives a frame its name, by which office.js finds us, only then.
  const addin = document.createElement("iframe");
  addin.title = "Vigie";
  const frame = attachFrame(host, addin, config.addinUrl);
  pane.querySelector("iframe")?.remove();
  pane.append(addin);
  const stopStatus = showStatus(element("status"), grid, host);
  return {
    grid,
    host,
    saved: () => ({ grid: grid.save(), host: host.save() }),
    close() {
      stopStatus();
      frame.detach();
      host.dispose();
      grid.dispose();
    },
  };
}

async function learnFunctions(config: PageConfig, grid: UniverGrid, host: Host): Promise<void> {
  const address = new URL("functions.json", new URL(config.addinUrl, location.href));
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.href}: ${answer.status}`);
  const metadata = (await answer.json()) as FunctionTexts & Parameters<Host["registerFunctions"]>[0];
  host.registerFunctions(metadata, config.namespace);
  grid.describeFunctions(metadata.functions.map((each) => descriptionOf(each, config.namespace)));
}

function descriptionOf(each: FunctionTexts["functions"][number], namespace: string): FunctionDescription {
  return {
    name: `${namespace}.${each.name}`,
    description: each.description ?? "",
    parameters: each.parameters.map((parameter) => ({
      name: parameter.name,
      description: parameter.description ?? "",
      optional: parameter.optional === true,
      repeating: parameter.repeating === true,
    })),
  };
}
