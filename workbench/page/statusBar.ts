/** The line at the bottom: the sentence behind the selected cell's error, and what the add-in cost the host. */

import type { UniverGrid } from "../grid/univerGrid";
import type { Host } from "../host/host";

const REFRESH_MS = 250;
const NUMBERS = new Intl.NumberFormat("fr-FR");

/** 1 536 → "1,5 Ko". */
function byteText(bytes: number): string {
  const units = ["o", "Ko", "Mo", "Go"];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat("fr-FR", { maximumFractionDigits: digits }).format(size)} ${units[unit]}`;
}

/** The status line's text about the selected cell. */
function cellText(grid: UniverGrid): { readonly text: string; readonly isError: boolean } {
  const { sheet, row, column, rows, columns } = grid.selection();
  const shown = grid.values({ sheet, row, column, rows: 1, columns: 1 })[0]?.[0];
  if (shown?.isError) {
    const sentence = grid.errorMessage?.(sheet, row, column);
    return { text: sentence ? `${shown.value} : ${sentence}` : String(shown.value), isError: true };
  }
  if (rows * columns > 1)
    return { text: `${NUMBERS.format(rows)} L × ${NUMBERS.format(columns)} C`, isError: false };
  return { text: "Prêt", isError: false };
}

/** Shows the line in `element` until the returned function is called. */
export function showStatus(element: HTMLElement, grid: UniverGrid, host: Host): () => void {
  const part = (name: string) => {
    const span = document.createElement("span");
    span.className = name;
    element.append(span);
    return span;
  };
  element.replaceChildren();
  const cell = part("cell");
  const fault = part("error");
  const last = part("last");
  const cost = part("cost");

  function draw(): void {
    const { text, isError } = cellText(grid);
    cell.textContent = text;
    cell.classList.toggle("error", isError);
    const counters = host.counters();
    const record = host.log().at(-1);
    const calls = host.pendingFunctions();
    fault.textContent = record?.error ? `Erreur : ${record.error}` : "";
    last.textContent = record
      ? `Dernière requête : ${NUMBERS.format(Math.round(record.milliseconds))} ms, ${byteText(record.bytesUp + record.bytesDown)}`
      : "";
    cost.textContent = `${NUMBERS.format(counters.syncs)} sync · ↑ ${byteText(counters.bytesUp)} · ↓ ${byteText(counters.bytesDown)}${calls > 0 ? ` · ${calls} calculs en attente` : ""}`;
  }
  draw();
  const timer = setInterval(draw, REFRESH_MS);
  const stop = grid.onSelectionChanged(draw);
  return () => {
    clearInterval(timer);
    stop();
  };
}
