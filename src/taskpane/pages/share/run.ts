import { type Failure, FailureError, failure, type Result, success } from "../../../sales/failure";
import {
  type CopyFile,
  type CopyOptions,
  copyFile,
  cutCopy,
  type Original,
  type PlannedCopy,
} from "../../../sharing/copies";

/** What became of one copy. */
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

/** Copies in the making and made: outlives the page, so that one may look elsewhere meanwhile. */
export class ShareRun {
  private state = NOTHING;
  private readonly listeners = new Set<() => void>();

  /** `onFault` is told what was thrown where only a Failure should come out. */
  constructor(private readonly onFault: (thrown: unknown) => void) {}

  readonly getState = (): RunState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Makes one copy after the other. One that cannot be made has its failure; the others go on. */
  async start(original: Original, planned: readonly PlannedCopy[], options: CopyOptions): Promise<void> {
    if (this.state.isRunning) return;
    this.put({ planned, outcomes: [], isRunning: true, isStopping: false });
    for (const copy of planned) {
      await breathe();
      if (this.state.isStopping) break;
      const made = await this.make(original, copy, { ...options, breathe });
      this.put({ ...this.state, outcomes: [...this.state.outcomes, { planned: copy, made }] });
    }
    this.put({ ...this.state, isRunning: false });
  }

  /** Ends after the copy under way; those that are made stay. */
  readonly stop = (): void => this.put({ ...this.state, isStopping: true });

  readonly clear = (): void => {
    if (!this.state.isRunning) this.put(NOTHING);
  };

  private async make(original: Original, copy: PlannedCopy, options: CopyOptions): Promise<Result<CopyFile>> {
    try {
      const own = cutCopy(original, copy);
      await breathe();
      return own.ok ? success(await copyFile(copy, own.value, options)) : own;
    } catch (thrown) {
      if (!(thrown instanceof FailureError)) this.onFault(thrown);
      const reason: Failure = thrown instanceof FailureError ? thrown.failure : failure("internal");
      return { ok: false, failure: reason };
    }
  }

  private put(state: RunState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Lets the page draw and Excel's cells be answered before the next piece of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
