import type { CustomFunctionsBridge } from "./customFunctions";
import type { Services } from "./interpreter";
import type { HostObject } from "./objectModel";

export type PaneVisibility = "Visible" | "Hidden";

/** Excel's services to the add-in beside the workbook. */
export interface Shell {
  /** `showAsTaskpane` and `hide`. */
  readonly onPaneVisibility: (visibility: PaneVisibility) => void;
  /** `Office.addin.setStartupBehavior`: what happens when the document is opened next. */
  startupState: "Background" | "Inactive" | "Visible";
  readonly onRibbonUpdate: (ribbon: unknown) => void;
}

type Results = Parameters<CustomFunctionsBridge["results"]>[0];
type ArrayResults = Parameters<CustomFunctionsBridge["arrayResults"]>[0];

/** Feature numbers of the custom functions runtime that this host keeps. */
const FEATURES = [1, 2, 4];

/** Services by the last word of their type name (`Microsoft.ExcelServices.CustomFunctions`). */
export function services(
  functions: CustomFunctionsBridge,
  shell: Shell,
  startComputing: () => void,
): Services {
  let pane = "Visible";
  const known: Readonly<Record<string, HostObject["methods"]>> = {
    CustomFunctions: {
      _SetOsfControlContainerReadyForCustomFunctions: () => {
        startComputing();
        functions.runtimeReady();
      },
      _GetEnabledFeatures: () => FEATURES,
      SetInvocationArrayResults: (results) => functions.arrayResults(results as ArrayResults),
      SetInvocationResults: (results) => functions.results(results as Results),
    },
    AddinInternalService: { NotifyActionHandlerReady: () => null },
    AppRuntimePersistenceService: {
      SetAppRuntimeStartState: (state) => {
        shell.startupState = state as Shell["startupState"];
      },
      GetAppRuntimeStartState: () => shell.startupState,
    },
    AppRuntimeService: {
      SetAppRuntimeState: (state) => {
        pane = String(state);
        shell.onPaneVisibility(state === "Visible" ? "Visible" : "Hidden");
      },
      GetAppRuntimeState: () => pane,
    },
    RibbonService: { ExecuteRequestUpdate: (ribbon) => shell.onRibbonUpdate(ribbon) },
  };
  return (type) => {
    const methods = known[type.split(".").at(-1) ?? ""];
    return methods && { type, key: `service/${type}`, methods };
  };
}
