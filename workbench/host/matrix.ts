/** The requirement sets a host claims: name → highest version. */
export type RequirementMatrix = Readonly<Record<string, string>>;

export type ExcelApiLevel = `1.${number}`;

/** Sets that a host of any level has. */
const ALWAYS: RequirementMatrix = {
  AddInCommands: "1.1",
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.4",
  DelayForCellEdit: "1.1",
  DialogApi: "1.2",
  ImageCoercion: "1.1",
  KeyboardShortcuts: "1.1",
  RibbonApi: "1.2",
  Settings: "1.1",
  SharedRuntime: "1.2",
  TableBindings: "1.1",
};

/** The requirement sets of Excel on the web, cut at an ExcelApi level: `1.8` makes office.js refuse members of 1.9. */
export function requirementMatrix(
  level: ExcelApiLevel = "1.15",
  more: RequirementMatrix = {},
): RequirementMatrix {
  return { ...ALWAYS, ExcelApi: level, ...more };
}
