import type { SheetPlan } from "../dashboard";
import type { InForce, LiveData } from "../live";
import type { Result } from "../sales/failure";
import type { CopyFile } from "../sharing";
import { canSaveFiles, type DashboardsShown } from "../workbook";
import { copying } from "./lazy";

/** The workbook and Excel as the page "Diffuser" needs them. */
export interface CopiesService {
  readonly inForce: () => InForce | undefined;
  /** Reads the choices and sheet names of these dashboards at the moment. */
  readonly shown: (plans: readonly SheetPlan[]) => Promise<Result<DashboardsShown>>;
  /** Opens a file in a new window. */
  readonly open: (file: Uint8Array) => Promise<Result<void>>;
  /** True where this Excel lets the pane hand files to the person. */
  readonly canSave: () => boolean;
  /** Puts a copy where these readers, by e-mail address, may read it; absent where the host keeps no files. */
  readonly share?: (file: CopyFile, readers: readonly string[]) => Promise<Result<SharedCopy>>;
  /** Takes their right to read away again. */
  readonly revoke?: (id: string) => Promise<Result<void>>;
}

/** A copy that others may read, by its address. */
export interface SharedCopy {
  readonly id: string;
  readonly address: string;
}

export const createCopiesService = (live: LiveData): CopiesService => ({
  inForce: live.now,
  shown: async (plans) => {
    const part = await copying();
    return part.ok ? part.value.readShown(plans) : part;
  },
  open: async (file) => {
    const part = await copying();
    return part.ok ? part.value.openCopy(file) : part;
  },
  canSave: canSaveFiles,
});
