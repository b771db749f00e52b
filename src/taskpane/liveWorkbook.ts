import type { CellAnswer, CellScalar, References } from "../functions";
import { failed, type Result, success } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { Language } from "../sales/text";
import {
  type EditedDashboard,
  loadWorkbook,
  readCells,
  readName,
  readSelectedCell,
  reviveSpills,
  showCell,
  showSheet,
  watchTargets,
} from "../workbook";
import type { AlertsService } from "./live/alerts";
import type { LiveData } from "./live/inForce";
import { explaining, writing } from "./live/later";
import type { LiveRegister } from "./live/register";
import type { BuildRequest, PaneWorkbook } from "./services";

/** Who refreshes when the source does not tell: what a colleague who must wait then reads. */
const SOMEBODY: Readonly<Record<Language, string>> = { fr: "un collègue", en: "a colleague" };

/** How many of the rows behind a number the pane lists at once. */
const ROWS_SHOWN = 100;
const DETAIL: Readonly<Record<Language, string>> = { fr: "Détail", en: "Detail" };

export interface LiveWorkbookOptions {
  readonly live: LiveData;
  /** Told of each refresh, and asked what the dashboards say of the alerts. */
  readonly alerts?: Pick<AlertsService, "follow" | "now">;
  /** Made with a refresh and followed as it is typed. */
  readonly register?: Pick<LiveRegister, "ensure" | "follow">;
  readonly language: Language;
  /** Told what could not be read or healed on the way without stopping the work. */
  readonly onFault: (thrown: unknown) => void;
}

/** The pane's workbook, with Excel behind it: data, targets, cells and dashboards follow each other here. */
export function createLiveWorkbook({
  live,
  alerts,
  register,
  language,
  onFault,
}: LiveWorkbookOptions): PaneWorkbook {
  const followTargets = async (): Promise<void> => {
    const watching = await watchTargets(() => void live.putAgain().catch(onFault));
    if (!watching.ok) onFault(watching.failure);
  };

  /** For workbooks that came as a file: see xlsx/spills.ts. Cells that would find no data keep their answers. */
  const spillAgain = async (): Promise<void> => {
    const revived = await reviveSpills();
    if (!revived.ok) onFault(revived.failure);
  };

  const write = async ({ show, onEdits }: BuildRequest): Promise<Result<readonly EditedDashboard[]>> => {
    const inForce = live.now();
    if (!inForce) return failed("no-data");
    const writer = await writing();
    if (!writer.ok) return writer;
    const history = alerts?.now()?.book.history;
    const built = await writer.value.writeDashboards(inForce, {
      language,
      prepare: spillAgain,
      ...(history && { history }),
      ...(onEdits && { onEdits }),
    });
    if (!built.ok) return built;
    const { first } = built.value;
    if (show && first !== undefined) {
      const shown = await showSheet(first);
      if (!shown.ok) onFault(shown.failure);
    }
    return success(built.value.edited);
  };

  /** What a hand wrote into a dashboard meanwhile waits for the next build to be asked about. */
  const rebuild = async (): Promise<void> => {
    const built = await write({ show: false });
    if (!built.ok) onFault(built.failure);
  };

  return {
    onTargetProblems: (listener) => live.onTargetProblems(listener),

    showCell: (place) => showCell(place),

    async open(): Promise<Result<Provenance | undefined>> {
      const opened = loadWorkbook();
      await live.load(opened);
      await followTargets();
      await register?.follow(rebuild);
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
      const explainer = await explaining();
      if (!explainer.ok) return explainer;
      const asked = { language, rows: ROWS_SHOWN };
      const found = await explainer.value.explainCell(selected.value, source, references, asked);
      return found.ok ? success({ address: selected.value.address, found: found.value }) : found;
    },

    async writeDetail({ query, explanation }) {
      const source = live.now()?.source;
      if (!source) return failed("no-data");
      const detail = await source.detail(query, explanation.rowCount);
      if (!detail.ok) return detail;
      const writer = await writing();
      if (!writer.ok) return writer;
      const written = await writer.value.writeNewSheet({
        name: `${DETAIL[language]} ${explanation.kpi}`,
        headings: detail.value.headings.map((heading) => heading[language]),
        rows: detail.value.rows,
      });
      return written.ok ? success(undefined) : written;
    },

    async refresh(source, { user, signal, onOutcome }): Promise<Result<Provenance>> {
      const writer = await writing();
      if (!writer.ok) return writer;
      const { refreshWorkbook, ensureTargets } = writer.value;
      const written = await refreshWorkbook(source, { user: user || SOMEBODY[language], signal });
      if (!written.ok) return written;
      onOutcome?.(written.value);
      const proposed = await ensureTargets(written.value.proposedTargets, { language });
      if (!proposed.ok) onFault(proposed.failure);
      await register?.ensure();
      await live.put(written.value.data);
      const followed = await alerts?.follow();
      if (followed && !followed.ok) onFault(followed.failure);
      return success(written.value.data.provenance);
    },

    buildDashboards: write,
  };
}

/** What a formula on that sheet refers to, as its cells hold it at the moment. */
const referencesFrom = (sheetId: string): References => ({
  name: async (name) => scalarOf(await readName(sheetId, name)),
  cells: async ({ sheet = sheetId, range, isSpill, text }) =>
    isSpill ? failed("reference-invalid", { reference: text }) : blockOf(await readCells(sheet, range)),
});

const scalar = (value: unknown): CellScalar =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;

const scalarOf = (read: Result<unknown>): CellAnswer => (read.ok ? success(scalar(read.value)) : read);

const blockOf = (read: Result<readonly (readonly unknown[])[]>): CellAnswer =>
  read.ok ? success(read.value.map((row) => row.map(scalar))) : read;
