import type { SheetPlan } from "../../dashboard";
import { writeCharts } from "../dashboards/charts";
import { judged, type Probe, refusalOf, told } from "./probe";

const CHARTED = {
  cells: [
    { row: 0, column: 1, content: { kind: "text", text: "CA" } },
    { row: 0, column: 2, content: { kind: "text", text: "Objectif" } },
  ],
  charts: [
    {
      name: "vigie essai",
      title: "Essai",
      kind: "column",
      at: { row: 6, column: 0, rows: 10, columns: 4 },
      data: { row: 0, column: 0, rows: 4, columns: 3 },
    },
  ],
} as const satisfies Pick<SheetPlan, "cells" | "charts">;

/** A chart over cells still empty, made as dashboards make theirs: two series by name, no guess of Excel's. */
export const chartSeries: Probe = async ({ session, sheet }) => {
  writeCharts(sheet, CHARTED as unknown as SheetPlan);
  const { series } = sheet.charts.getItem(CHARTED.charts[0].name);
  series.load("items/name");
  await session.sync();
  const names = series.items.map(({ name }) => name).join(", ");
  return judged(names === "CA, Objectif", `${series.items.length}: ${names}`);
};

/** A chart by Excel's own guess over the same cells: what is spared our charts. */
export const chartGuess: Probe = async ({ session, sheet }) => {
  const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
  chart.series.load("items/name");
  await session.sync();
  return told(`${chart.series.items.length} series guessed over empty cells`);
};

/** The panes and gridlines of a sheet that is not in front. */
export const panes: Probe = async ({ session, sheet }) => {
  const refusal = await refusalOf(session, () => {
    sheet.showGridlines = false;
    sheet.freezePanes.freezeRows(2);
  });
  return judged(!refusal, refusal ?? "done");
};

/** Issue 1860 of office-js: pages that a sheet is fitted to are not kept where the tab "Page layout" was never opened. */
export const paper: Probe = async ({ session, sheet }) => {
  const { pageLayout } = sheet;
  const refusal = await refusalOf(session, () => {
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4";
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  });
  if (refusal) return judged(false, refusal);
  pageLayout.load("orientation,paperSize,zoom");
  await session.sync();
  const { zoom, orientation, paperSize } = pageLayout;
  const isFitted = zoom.horizontalFitToPages === 1 && zoom.verticalFitToPages === 1;
  return judged(
    isFitted && orientation === "Landscape" && paperSize === "A4",
    `${orientation}, ${paperSize}, ${isFitted ? "fitted" : `not fitted (scale ${zoom.scale ?? "?"})`}`,
  );
};

/** Screen updates held back until the next request, by which colours are painted anew. */
export const repaint: Probe = async ({ session }) => {
  const refusal = await refusalOf(session, () =>
    session.context.application.suspendScreenUpdatingUntilNextSync(),
  );
  return judged(!refusal, refusal ?? "done");
};
