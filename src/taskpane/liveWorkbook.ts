import { gatherFacts } from "../dashboard/facts";
import { layoutSheets } from "../dashboard/layout";
import { DASHBOARDS } from "../dashboard/sheets";
import type { CellAnswer } from "../functions/cell";
import { explainCell, type References } from "../functions/explainCell";
import { failed, type Result, success } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { Language } from "../sales/text";
import {
  buildDashboards,
  ensureTargets,
  loadWorkbook,
  readCell,
  readName,
  readSelectedCell,
  refreshWorkbook,
  reviveSpills,
  showCell,
  showSheet,
  watchTargets,
  writeNewSheet,
} from "../workbook";
import type { LiveData } from "./live/inForce";
import type { PaneWorkbook } from "./services";

/** Who refreshes when the source does not tell: what a colleague who must wait then reads. */
const SOMEBODY: Readonly<Record<Language, string>> = { fr: "un collègue", en: "a colleague" };

/** How many of the rows behind a number the pane lists at once. */
const ROWS_SHOWN = 100;
const DETAIL: Readonly<Record<Language, string>> = { fr: "Détail", en: "Detail" };

export interface LiveWorkbookOptions {
  readonly live: LiveData;
  readonly language: Language;
  /** Told what could not be read or healed on the way without stopping the work. */
  readonly onFault: (thrown: unknown) => void;
}

/** The pane's workbook, with Excel behind it: data, targets, cells and dashboards follow each other here. */
export function createLiveWorkbook({ live, language, onFault }: LiveWorkbookOptions): PaneWorkbook {
  const followTargets = async (): Promise<void> => {
    const watching = await watchTargets(() => void live.putAgain().catch(onFault));
    if (!watching.ok) onFault(watching.failure);
  };

  /** For workbooks that came as a file: see xlsx/spills.ts. Cells that would find no data keep their answers. */
  const spillAgain = async (): Promise<void> => {
    const revived = await reviveSpills();
    if (!revived.ok) onFault(revived.failure);
  };

  return {
    onTargetProblems: (listener) => live.onTargetProblems(listener),

    showCell: (place) => showCell(place),

    async open(): Promise<Result<Provenance | undefined>> {
      const opened = loadWorkbook();
      await live.load(opened);
      await followTargets();
      if (live.now()) await spillAgain();
      const found = await opened;
      return found.ok ? success(found.value?.provenance) : found;
    },

    async explain() {
      const source = live.now()?.source;
      if (!source) return failed("no-data");
      const selected = await readSelectedCell();
      if (!selected.ok) return selected;
      const references = referencesFrom(selected.value.sheetId);
      const found = await explainCell(selected.value, source, references, { language, rows: ROWS_SHOWN });
      return found.ok ? success({ address: selected.value.address, found: found.value }) : found;
    },

    async writeDetail({ query, explanation }) {
      const source = live.now()?.source;
      if (!source) return failed("no-data");
      const detail = await source.detail(query, explanation.rowCount);
      if (!detail.ok) return detail;
      const written = await writeNewSheet({
        name: `${DETAIL[language]} ${explanation.kpi.id}`,
        headings: detail.value.headings.map((heading) => heading[language]),
        rows: detail.value.rows,
      });
      return written.ok ? success(undefined) : written;
    },

    async refresh(source, { user, signal, onOutcome }): Promise<Result<Provenance>> {
      const written = await refreshWorkbook(source, { user: user || SOMEBODY[language], signal });
      if (!written.ok) return written;
      onOutcome?.(written.value);
      const proposed = await ensureTargets(written.value.proposedTargets, { language });
      if (!proposed.ok) onFault(proposed.failure);
      await live.put(written.value.data);
      return success(written.value.data.provenance);
    },

    async buildDashboards({ show, onEdits }) {
      const source = live.now()?.source;
      if (!source) return failed("no-data");
      const facts = await gatherFacts(source, DASHBOARDS, language);
      if (!facts.ok) return facts;
      const plans = layoutSheets(DASHBOARDS, facts.value);
      await spillAgain();
      const built = await buildDashboards(plans, onEdits ? { onEdits } : {});
      if (!built.ok) return built;
      const [first] = plans;
      const name = first && built.value.sheetNames[first.name];
      if (show && name) {
        const shown = await showSheet(name);
        if (!shown.ok) onFault(shown.failure);
      }
      return success(built.value.edited);
    },
  };
}

/** What a formula on that sheet refers to, as its cells hold it at the moment. */
const referencesFrom = (sheetId: string): References => ({
  name: async (name) => scalar(await readName(sheetId, name)),
  cell: async (row, column) => scalar(await readCell(sheetId, row, column)),
});

function scalar(read: Result<unknown>): CellAnswer {
  if (!read.ok) return read;
  const { value } = read;
  return success(
    typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null,
  );
}
