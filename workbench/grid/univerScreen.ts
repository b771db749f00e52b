/** The grid on a screen: Univer with its formula bar, sheet tabs and menus, in French, inside one element. */
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingFr from "@univerjs/preset-sheets-conditional-formatting/locales/fr-FR";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreFr from "@univerjs/preset-sheets-core/locales/fr-FR";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationFr from "@univerjs/preset-sheets-data-validation/locales/fr-FR";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawingFr from "@univerjs/preset-sheets-drawing/locales/fr-FR";
import { AutoHeightController } from "@univerjs/sheets-ui";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-drawing/lib/index.css";
import { createUniverGrid, type GridSnapshot, type UniverGrid } from "./univerGrid";
import * as kit from "./univerKit";

/** @param container an element with a size; the grid fills it */
export function createScreenGrid(container: HTMLElement, snapshot?: GridSnapshot): UniverGrid {
  const locale = kit.LocaleType.FR_FR;
  const univer = new kit.Univer({
    locale,
    locales: {
      [locale]: kit.mergeLocales(coreFr, conditionalFormattingFr, dataValidationFr, drawingFr),
    },
    logLevel: kit.LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: true,
      ribbonType: "simple",
      contextMenu: true,
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsDrawingPreset(),
  ];
  const seen = new Set<string>();
  for (const entry of presets.flatMap((preset) => preset.plugins as unknown[])) {
    const [plugin, options] = (Array.isArray(entry) ? entry : [entry, undefined]) as [
      Parameters<typeof univer.registerPlugin>[0] & { readonly pluginName: string },
      object | undefined,
    ];
    if (seen.has(plugin.pluginName)) continue;
    seen.add(plugin.pluginName);
    univer.registerPlugin(plugin, options);
  }
  const grid = createUniverGrid(kit, univer, snapshot);
  keepRowHeights(univer.__getInjector().get(AutoHeightController));
  // `#,##0.00 €` then shows 1 234,50 €, as a French Excel does.
  kit.FUniver.newAPI(univer).getActiveWorkbook()?.setNumfmtLocal("fr");
  return grid;
}

/**
 * Univer measures every cell of a row, all 16,384 columns, after each rule over it: 40 s for the targets sheet. Row
 * heights are the add-in's and the person's business here.
 */
function keepRowHeights(controller: AutoHeightController): void {
  controller.getUndoRedoParamsOfAutoHeight = () => ({ redos: [], undos: [] });
}
