import type { SheetPlan } from "../dashboard/plan";
import type { InForce, LiveData } from "../live/inForce";
import type { Result } from "../sales/failure";
import { canSaveFiles, type DashboardsShown, openCopy, readShown } from "../workbook";

/** What the page "Diffuser" needs of the workbook and of Excel. */
export interface CopiesService {
  readonly inForce: () => InForce | undefined;
  /** What these dashboards show at the moment. */
  readonly shown: (plans: readonly SheetPlan[]) => Promise<Result<DashboardsShown>>;
  /** Opens a file in a window of its own. */
  readonly open: (file: Uint8Array) => Promise<Result<void>>;
  /** Whether this Excel lets the pane hand files to the person. */
  readonly canSave: () => boolean;
}

export const createCopiesService = (live: LiveData): CopiesService => ({
  inForce: live.now,
  shown: readShown,
  open: openCopy,
  canSave: canSaveFiles,
});
