/** Charts on the screen: ECharts in elements that float over the grid and scroll with it. */

import { FUniver } from "@univerjs/core/facade";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { createElement, useEffect, useRef } from "react";
import "@univerjs/ui/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-drawing-ui/facade";
import type { GridChart } from "../grid/contract";
import type { UniverGrid } from "../grid/univerGrid";
import { chartOption } from "./chartOption";

echarts.use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
]);

const COMPONENT = "vigie-chart";
const REDRAW_MS = 150;
const PIXELS_PER_POINT = 96 / 72;

/** Draws the grid's charts and keeps them in step with its cells. */
export function drawCharts(grid: UniverGrid): void {
  const api = FUniver.newAPI(grid.injector);
  const charts = new Map<string, GridChart>();

  function Chart({ data }: { readonly data?: { readonly chart: string } }) {
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
      if (!place.current) return;
      const drawn = echarts.init(place.current);
      const size = new ResizeObserver(() => drawn.resize());
      size.observe(place.current);
      let shown = "";
      const draw = () => {
        const chart = charts.get(data?.chart ?? "");
        if (!chart || !grid.sheetIds().includes(chart.data.sheet)) return;
        const option = chartOption(chart, (range) => grid.values(range));
        const next = JSON.stringify(option);
        if (next === shown) return;
        shown = next;
        drawn.setOption(option, true);
      };
      draw();
      const timer = setInterval(draw, REDRAW_MS);
      return () => {
        clearInterval(timer);
        size.disconnect();
        drawn.dispose();
      };
    }, [data?.chart]);
    return createElement("div", {
      ref: place,
      style: {
        width: "100%",
        height: "100%",
        background: "#fff",
        border: "1px solid #d1d1d1",
        borderRadius: 4,
      },
    });
  }
  api.registerComponent(COMPONENT, Chart);

  const floating = new Map<string, { dispose: () => void }>();
  const key = (sheet: string, id: string) => `${sheet} ${id}`;
  grid.observeCharts({
    show(chart) {
      const id = key(chart.sheet, chart.id);
      charts.set(id, chart);
      floating.get(id)?.dispose();
      const [startX, startY] = [chart.left * PIXELS_PER_POINT, chart.top * PIXELS_PER_POINT];
      const endX = startX + chart.width * PIXELS_PER_POINT;
      const endY = startY + chart.height * PIXELS_PER_POINT;
      const sheet = api.getActiveWorkbook()?.getSheetBySheetId(chart.sheet);
      const dom = sheet?.addFloatDomToPosition({
        componentKey: COMPONENT,
        allowTransform: false,
        data: { chart: id },
        initPosition: { startX, endX, startY, endY },
      });
      if (dom) floating.set(id, dom);
    },
    hide(sheet, id) {
      floating.get(key(sheet, id))?.dispose();
      floating.delete(key(sheet, id));
      charts.delete(key(sheet, id));
    },
  });
}
