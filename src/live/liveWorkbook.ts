import { failed, type Result, success } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { Language } from "../sales/text";
import type { AlertsService } from "./alerts";
import { followGeneration } from "./generation";
import type { LiveData } from "./inForce";
import type { WorkbookPort } from "./ports";
import type { KeptProblems } from "./readings";
import type { LiveRegister } from "./register";
import type { EditedDashboard, FrameSource, OnEdits, RefreshReport } from "./reports";
import type { LoadWriting } from "./writing";

/** Name of an unknown person who refreshes, as shown to a colleague who has to wait. */
const SOMEBODY: Readonly<Record<Language, string>> = { fr: "un collègue", en: "a colleague" };

export interface RefreshRequest {
  /** The person who refreshes, shown to colleagues who have to wait. */
  readonly user: string;
  readonly signal: AbortSignal;
  /** Called with the outcome as soon as the data is written. */
  readonly onOutcome?: (outcome: RefreshOutcome) => void;
}

/** The way a refresh went: by changes, or in full and why. */
export type RefreshOutcome = Pick<RefreshReport, "mode" | "fullBecause" | "upserted" | "removed" | "tables">;

export interface BuildRequest {
  readonly show: boolean;
  readonly onEdits?: OnEdits;
}

/** The workbook and the data in force as one: each change of either reaches the other, and the cells. */
export interface LiveWorkbook {
  /** Loads the data the workbook holds; undefined when it holds none yet. */
  open(): Promise<Result<Provenance | undefined>>;
  /** Writes a refresh, all or nothing; reads the frames as fast as it can write. */
  refresh(source: FrameSource, request: RefreshRequest): Promise<Result<Provenance>>;
  /** Reports the faults of the targets' and the settings' sheets each time they were read; one listener. */
  onKeptProblems(listener: (problems: KeptProblems) => void): void;
  /**
   * Looks whether somebody else brought newer data into the workbook, and reloads it then. Cells look by themselves; a
   * pane that comes back to the front asks for it.
   */
  look(): Promise<void>;
  /** Calls back after data that somebody else brought is in force here; one listener. */
  onReloaded(listener: (provenance: Provenance) => void): void;
  /** Selects a cell given as `Objectifs!D7`. */
  showCell(place: string): Promise<Result<void>>;
  /**
   * Builds or updates every dashboard, and shows the first when `show` is set. Answers those that were left as they
   * are because a person edited them.
   */
  buildDashboards(options: BuildRequest): Promise<Result<readonly EditedDashboard[]>>;
}

export interface LiveWorkbookOptions {
  readonly live: LiveData;
  readonly workbook: WorkbookPort;
  readonly writing: LoadWriting;
  /** Follows each refresh, and gives the history that the dashboards show. */
  readonly alerts?: Pick<AlertsService, "follow" | "now" | "read">;
  /** Made with a refresh and followed as it is typed. */
  readonly register?: Pick<LiveRegister, "ensure" | "follow">;
  readonly language: Language;
  /** Receives faults that do not stop the work. */
  readonly onFault: (thrown: unknown) => void;
}

export function createLiveWorkbook({
  live,
  workbook,
  writing,
  alerts,
  register,
  language,
  onFault,
}: LiveWorkbookOptions): LiveWorkbook {
  const generation = followGeneration({ live, workbook, onFault });

  const followTables = async (): Promise<void> => {
    const again = () => void live.putAgain().catch(onFault);
    for (const watching of [await workbook.watchTargets(again), await workbook.watchSettings(again)])
      if (!watching.ok) onFault(watching.failure);
  };

  /**
   * Respills the formulas of a workbook that came as a file (xlsx/spills.ts). Only once data is in force: a cell that
   * asks without data would lose its answer.
   */
  const spillAgain = async (): Promise<void> => {
    const revived = await workbook.respill();
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
      const shown = await workbook.showSheet(first);
      if (!shown.ok) onFault(shown.failure);
    }
    return success(built.value.edited);
  };

  /** Rebuilds without a question: edited dashboards stay until the next build asks about them. */
  const rebuild = async (): Promise<void> => {
    const built = await write({ show: false });
    if (!built.ok) onFault(built.failure);
  };

  return {
    onKeptProblems: (listener) => live.onKeptProblems(listener),

    showCell: workbook.showCell,
    look: generation.look,

    onReloaded: (listener) =>
      generation.onReloaded(async (provenance) => {
        listener(provenance);
        const read = await alerts?.read();
        if (read && !read.ok) onFault(read.failure);
      }),

    async open(): Promise<Result<Provenance | undefined>> {
      const opened = workbook.load();
      await live.load(opened);
      await followTables();
      await register?.follow(rebuild);
      if (live.now()) await spillAgain();
      await generation.begin();
      const found = await opened;
      return found.ok ? success(found.value?.provenance) : found;
    },

    async refresh(source, { user, signal, onOutcome }): Promise<Result<Provenance>> {
      const writer = await writing();
      if (!writer.ok) return writer;
      const { refresh, ensureTargets, ensureSettings } = writer.value;
      const written = await refresh(source, { user: user || SOMEBODY[language], signal });
      if (!written.ok) return written;
      onOutcome?.(written.value);
      const proposed = await ensureTargets(written.value.proposedTargets, { language });
      if (!proposed.ok) onFault(proposed.failure);
      const settled = await ensureSettings({}, { language });
      if (!settled.ok) onFault(settled.failure);
      await register?.ensure();
      await live.put(written.value.data);
      const followed = await alerts?.follow();
      if (followed && !followed.ok) onFault(followed.failure);
      return success(written.value.data.provenance);
    },

    buildDashboards: write,
  };
}
