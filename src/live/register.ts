import { type Answer, type RegisterEntry, shownOf } from "../kpi";
import { failed, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import { engineOf } from "./contents";
import type { InForce, LiveData } from "./inForce";
import type { WorkbookPort } from "./ports";
import type { RegisterReading } from "./readings";
import type { LoadWriting } from "./writing";

/** The register in force and a way to change its sheet, for the page "Référentiel". */
export interface RegisterService {
  /** Undefined while the workbook holds no data. */
  readonly now: () => RegisterReading | undefined;
  /** Calls back when `now` changed; answers the unsubscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The figure of an own indicator as it is typed, of the year up to the data date. */
  readonly preview: (entry: RegisterEntry) => Promise<Result<Answer>>;
  /** Display names of a dimension's members. */
  readonly members: (axis: string) => Promise<Result<readonly string[]>>;
  /** Writes one KPI's entry into the sheet and puts it in force. */
  readonly save: (entry: RegisterEntry) => Promise<Result<void>>;
}

/** The register beside the data: made with the first refresh, and in force as it is typed. */
export interface LiveRegister extends RegisterService {
  /** Makes the sheet where it is missing, and remembers changes made while no pane was open. */
  readonly ensure: () => Promise<void>;
  /** Puts each change in force from now on; calls `rebuild` where the dashboards then show other KPIs or words. */
  readonly follow: (rebuild: () => Promise<unknown>) => Promise<void>;
}

export interface LiveRegisterOptions {
  readonly live: LiveData;
  readonly workbook: Pick<WorkbookPort, "watchRegister">;
  readonly writing: LoadWriting;
  readonly language: Language;
  /** The person who changes the register; empty where unknown. */
  readonly by: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Receives faults that do not stop the work. */
  readonly onFault: (thrown: unknown) => void;
}

export function createLiveRegister({
  live,
  workbook,
  writing,
  language,
  by,
  now,
  onFault,
}: LiveRegisterOptions): LiveRegister {
  let rebuild: () => Promise<unknown> = async () => undefined;
  const signed = () => ({ language, by: by(), at: now() });
  const reading = () => live.now()?.register;

  const putInForce = async (): Promise<void> => {
    const before = laidOut(live.now());
    await live.putAgain();
    if (laidOut(live.now()) !== before) await rebuild();
  };

  /** Remembers the entries that were last in force, signed. */
  const keep = async (): Promise<Result<RegisterReading>> => {
    const writer = await writing();
    return writer.ok ? writer.value.keepRegister(signed()) : writer;
  };

  const changed = async (byHand: boolean): Promise<void> => {
    if (byHand) {
      const kept = await keep();
      if (!kept.ok) onFault(kept.failure);
      // What the pane wrote itself is in force already.
      else if (JSON.stringify(kept.value) === JSON.stringify(reading())) return;
    }
    await putInForce();
  };

  return {
    now: reading,
    subscribe: live.subscribe,
    preview: async (entry) => {
      const inForce = live.now();
      if (!inForce) return failed("no-data");
      const { data, register, company } = inForce;
      const entries = [...register.entries.filter(({ kpi }) => kpi !== entry.kpi), entry];
      const source = engineOf({ data, targets: [], register: entries, company: company.settings }, language);
      return source.total({ kpi: entry.kpi, period: "CUMUL", filters: [] });
    },
    members: async (axis) => live.now()?.source.members(axis) ?? failed("no-data"),
    save: async (entry) => {
      const writer = await writing();
      if (!writer.ok) return writer;
      const saved = await writer.value.saveEntry(entry, signed());
      if (!saved.ok) return saved;
      await putInForce();
      return success(undefined);
    },
    ensure: async () => {
      const writer = await writing();
      const made = writer.ok ? await writer.value.ensureRegister({ language }) : writer;
      if (!made.ok) onFault(made.failure);
      const kept = await keep();
      if (!kept.ok) onFault(kept.failure);
    },
    follow: async (write) => {
      rebuild = write;
      const watching = await workbook.watchRegister((byHand) => void changed(byHand).catch(onFault));
      if (!watching.ok) onFault(watching.failure);
    },
  };
}

/** The register's part in the dashboards' layout, as a key to compare. */
const laidOut = (inForce: InForce | undefined): string =>
  JSON.stringify(
    shownOf(inForce?.register.entries ?? []).map(({ kpi, decisions, user, own }) => [
      kpi,
      decisions,
      user,
      own,
    ]),
  );
