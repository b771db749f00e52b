/** The `Grid` contract on one Univer workbook, with or without a screen. */
import type { Injector, IWorkbookData, Univer, Workbook } from "@univerjs/core";
import type { FunctionDescription, Grid, GridChart, SheetId } from "./contract";
import { contextOf } from "./univerContext";
import type { UniverKit } from "./univerEngine";
import { eventsOf } from "./univerEvents";
import { facesOf } from "./univerFaces";
import { customFunctionsOf } from "./univerFunctions";
import { type DefinedName, namesOf } from "./univerNames";
import { keepPlainSheetsCheap } from "./univerPlainSheets";
import { readingOf } from "./univerRead";
import { type ChartObserver, rulesOf } from "./univerRules";
import { COLUMNS, ROWS, sheetsOf } from "./univerSheets";
import { writingOf } from "./univerWrite";

const POLL_MS = 3;

/** The result of `save()`, a plain JSON value. */
export interface GridSnapshot {
  readonly workbook: Partial<IWorkbookData>;
  readonly charts: readonly GridChart[];
}

export interface UniverGrid extends Grid {
  save(): GridSnapshot;
  readonly univer: Univer;
  readonly injector: Injector;
  readonly workbook: Workbook;
  charts(): readonly GridChart[];
  names(): readonly DefinedName[];
  /** Calls back for every chart, those that exist already included. */
  observeCharts(observer: ChartObserver): void;
  describeFunctions(descriptions: readonly FunctionDescription[]): void;
  /** Cells that hold a formula, row by row. */
  formulaCells(sheet: SheetId): readonly { readonly row: number; readonly column: number }[];
  conditionalFormatIds(sheet: SheetId): readonly string[];
}

/** A new workbook's only sheet. */
export const FIRST_SHEET: SheetId = "sheet1";

/**
 * @param univer a Univer whose plugins are registered
 * @param snapshot what `save()` gave earlier; a new workbook with one empty sheet without it
 */
export function createUniverGrid(kit: UniverKit, univer: Univer, snapshot?: GridSnapshot): UniverGrid {
  const workbook = univer.createUnit<IWorkbookData, Workbook>(
    kit.UniverInstanceType.UNIVER_SHEET,
    snapshot?.workbook ?? emptyWorkbook(),
  );
  const injector = univer.__getInjector();
  const context = contextOf(kit, injector, workbook);
  keepPlainSheetsCheap(context);
  const functions = customFunctionsOf(context);
  const reading = readingOf(context);
  const charts = new Map<string, GridChart>();
  let observer: ChartObserver | undefined;
  for (const chart of snapshot?.charts ?? []) charts.set(`${chart.sheet} ${chart.id}`, chart);
  if (snapshot) context.engine.recalculateEverything();

  const idle = () => functions.idle() && context.engine.idle();
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve, POLL_MS));
  // An evaluation that comes when all is quiet asks the custom functions afresh.
  const commands = injector.get(kit.ICommandService);
  commands.onCommandExecuted((command) => {
    if (command.id !== kit.SetFormulaCalculationNotificationMutation.id) return;
    if ((command.params as { functionsExecutedState?: number }).functionsExecutedState === undefined) return;
    setTimeout(() => context.engine.idle() && functions.settle(), 0);
  });

  return {
    univer,
    injector,
    workbook,
    ...reading,
    ...writingOf(context),
    ...sheetsOf(context),
    ...facesOf(context),
    ...namesOf(context),
    ...rulesOf(context, charts, () => observer),
    ...eventsOf(context),
    registerCustomFunctions: functions.register,
    describeFunctions: functions.describe,
    errorMessage(sheet, row, column) {
      const shown = reading.values({ sheet, row, column, rows: 1, columns: 1 })[0]?.[0];
      return shown?.isError ? functions.message({ sheet, row, column }) : undefined;
    },
    recalculate(sheet) {
      functions.forget();
      if (sheet === undefined) return context.engine.recalculateEverything();
      const range = { startRow: 0, endRow: ROWS - 1, startColumn: 0, endColumn: COLUMNS - 1 };
      context.engine.recalculate([{ unitId: context.unitId, sheetId: sheet, range }]);
    },
    async settled(timeoutMs) {
      const deadline = Date.now() + timeoutMs;
      // Twice: Univer passes results on by promises, between which all looks quiet.
      for (let quiet = 0; quiet < 2; ) {
        context.engine.flush();
        await turn();
        quiet = idle() ? quiet + 1 : 0;
        if (Date.now() > deadline && quiet < 2) throw new Error(`the grid did not settle in ${timeoutMs} ms`);
      }
    },
    charts: () => [...charts.values()],
    observeCharts(next) {
      observer = next;
      for (const chart of charts.values()) next.show(chart);
    },
    formulaCells: (sheet) =>
      Object.entries(context.model.getFormulaData()[context.unitId]?.[sheet] ?? {}).flatMap(([row, cells]) =>
        Object.keys(cells ?? {}).map((column) => ({ row: Number(row), column: Number(column) })),
      ),
    conditionalFormatIds: (sheet) =>
      (
        injector
          .get(kit.conditionalFormatting.ConditionalFormattingRuleModel)
          .getSubunitRules(context.unitId, sheet) ?? []
      ).map((rule) => rule.cfId),
    save: () => ({
      workbook: structuredClone(
        injector.get(kit.IResourceLoaderService).saveUnit<Workbook>(context.unitId) ?? {},
      ),
      charts: [...charts.values()],
    }),
    dispose: () => univer.dispose(),
  };
}

function emptyWorkbook(): Partial<IWorkbookData> {
  return {
    id: "workbook",
    name: "Classeur",
    sheetOrder: [FIRST_SHEET],
    sheets: { [FIRST_SHEET]: { id: FIRST_SHEET, name: "Feuil1", rowCount: ROWS, columnCount: COLUMNS } },
  };
}
