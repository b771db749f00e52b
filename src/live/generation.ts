import type { Provenance } from "../sales/tables";
import type { LiveData } from "./inForce";
import type { WorkbookPort } from "./ports";

/** An Excel that gave no answer is left alone for so long: its cells must not wait at each calculation. */
const REST_MS = 30_000;

/** Keeps the data in force here the workbook's own, when somebody else may refresh it too. */
export interface GenerationFollower {
  /** Watches from now on. */
  begin(): Promise<void>;
  /** Looks now; where the data is older than the workbook's, no cell answers from it any more. */
  look(): Promise<void>;
  /** Calls back after newer data is in force; one listener. */
  onReloaded(listener: (provenance: Provenance) => Promise<void>): void;
}

export interface FollowedWorkbook {
  readonly live: Pick<LiveData, "now" | "reload" | "lookFirst">;
  readonly workbook: Pick<WorkbookPort, "load" | "isInForceHere" | "watchGeneration">;
  readonly onFault: (thrown: unknown) => void;
}

/**
 * Follows the pointer of a workbook that several Excels have open. An event tells of a co-author's refresh where Excel
 * gives it; a look before a cell is answered finds the others.
 */
export function followGeneration({ live, workbook, onFault }: FollowedWorkbook): GenerationFollower {
  let tell: (provenance: Provenance) => Promise<void> = async () => undefined;
  let looking: Promise<void> | undefined;
  let reloading: Promise<void> | undefined;
  let restUntil = 0;

  const reload = async (): Promise<void> => {
    const before = live.now();
    await live.reload(workbook.load());
    const after = live.now();
    if (after && after !== before) await tell(after.data.provenance);
  };

  const compare = async (): Promise<void> => {
    const current = await workbook.isInForceHere();
    restUntil = current.ok ? 0 : Date.now() + REST_MS;
    if (!current.ok || current.value || reloading !== undefined) return;
    reloading = reload()
      .catch(onFault)
      .finally(() => {
        reloading = undefined;
      });
  };

  /** All cells that one calculation asks share one request; while newer data is read there is nothing to find. */
  const look = (): Promise<void> => {
    if (reloading !== undefined) return Promise.resolve();
    looking ??= compare().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  return {
    look,
    onReloaded: (listener) => {
      tell = listener;
    },
    begin: async () => {
      live.lookFirst(async () => {
        if (Date.now() >= restUntil) await look();
      });
      const watching = await workbook.watchGeneration(() => {
        look().catch(onFault);
      });
      if (!watching.ok) onFault(watching.failure);
    },
  };
}
