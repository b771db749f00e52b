import type { WorkbookContents } from "../../../live";
import { failed, type Result } from "../../../sales/failure";
import type { CopyFile, CopyOptions, PlannedCopy } from "../../../sharing";
import { breathe, startMaker } from "./maker";

/** The outcome of one copy. */
export interface Outcome {
  readonly planned: PlannedCopy;
  readonly made: Result<CopyFile>;
}

export interface RunState {
  readonly planned: readonly PlannedCopy[];
  /** In the order of `planned`; the next one is under way while `isRunning`. */
  readonly outcomes: readonly Outcome[];
  readonly isRunning: boolean;
  readonly isStopping: boolean;
}

const NOTHING: RunState = { planned: [], outcomes: [], isRunning: false, isStopping: false };

/** The copies under way and made. Outlives the page: the person may open another one. */
export class ShareRun {
  private state = NOTHING;
  private readonly listeners = new Set<() => void>();

  /** `onFault` receives errors thrown where only a Failure should come out. */
  constructor(private readonly onFault: (thrown: unknown) => void) {}

  readonly getState = (): RunState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Makes one copy after the other. One that cannot be made has its failure; the others go on. */
  async start(
    original: WorkbookContents,
    planned: readonly PlannedCopy[],
    options: Omit<CopyOptions, "breathe">,
  ): Promise<void> {
    if (this.state.isRunning) return;
    this.put({ planned, outcomes: [], isRunning: true, isStopping: false });
    const maker = startMaker(original);
    for (const copy of planned) {
      await breathe();
      if (this.state.isStopping) break;
      const made = await maker.make(copy, options).catch((thrown: unknown) => {
        this.onFault(thrown);
        return failed("internal");
      });
      this.put({ ...this.state, outcomes: [...this.state.outcomes, { planned: copy, made }] });
    }
    maker.close();
    this.put({ ...this.state, isRunning: false });
  }

  /** Ends after the copy under way; those that are made stay. */
  readonly stop = (): void => this.put({ ...this.state, isStopping: true });

  readonly clear = (): void => {
    if (!this.state.isRunning) this.put(NOTHING);
  };

  private put(state: RunState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
