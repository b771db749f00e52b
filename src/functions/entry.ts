import { KPIS } from "../kpi";
import { currentData } from "../live";
import { answerCall, excelValue } from "./answerCall";
import { functionCatalogue } from "./catalogue";
import type { CellValue } from "./cell";
import { cellError } from "./cellError";
import type { FunctionDeclaration } from "./declaration";

/**
 * Registers every worksheet function with Excel. Runs as soon as the shared runtime starts; calls that come before
 * the data wait for it (currentData.ts).
 */
for (const [name, declaration] of functionCatalogue(KPIS.all).byName) {
  CustomFunctions.associate(name, (...received: unknown[]) => call(declaration, received));
}

void Office.onReady(() => {
  currentData.language = /^fr/i.test(Office.context.displayLanguage ?? "fr") ? "fr" : "en";
});

async function call(declaration: FunctionDeclaration, received: readonly unknown[]): Promise<CellValue> {
  const answer = await answerCall(declaration, received, currentData);
  if (answer.ok) return excelValue(answer.value, declaration);
  const { code, message } = cellError(answer.failure, currentData.language);
  // A rejected CustomFunctions.Error is the one form that shows both the error and its sentence.
  throw new CustomFunctions.Error(code, message);
}
