/**
 * The part of Univer that needs no screen, as one module: bundled once for Node (`univerHeadless.ts`) and again as
 * part of the page (`univerScreen.ts`). The adapter gets it as a value, so that it runs the same in both places.
 */
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-data-validation/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";

export {
  Direction,
  ICommandService,
  IResourceLoaderService,
  LocaleType,
  LogLevel,
  mergeLocales,
  mergeWorksheetSnapshotWithDefault,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
export { FUniver } from "@univerjs/core/facade";
export {
  ArrayValueObject,
  AstTreeBuilder,
  BaseFunction,
  BooleanValueObject,
  CalculateController,
  ErrorType,
  ErrorValueObject,
  FormulaDataModel,
  FunctionType,
  ICalculateFormulaService,
  IDefinedNamesService,
  IFormulaRuntimeService,
  IFunctionService,
  Interpreter,
  initSheetFormulaData,
  Lexer,
  LexerTreeBuilder,
  NumberValueObject,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
  StringValueObject,
} from "@univerjs/engine-formula";
export * as sheets from "@univerjs/sheets";
export * as conditionalFormatting from "@univerjs/sheets-conditional-formatting";
export * as dataValidation from "@univerjs/sheets-data-validation";
export { TriggerCalculationController } from "@univerjs/sheets-formula";

/** The plugins of a grid without a screen. */
export const headlessPlugins = [
  UniverFormulaEnginePlugin,
  UniverSheetsPlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsNumfmtPlugin,
  UniverSheetsDataValidationPlugin,
  UniverSheetsConditionalFormattingPlugin,
];
