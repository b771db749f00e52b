import { type Failure, FailureError, failure } from "../../sales/failure";
import type { Held } from "../../sales/merge";
import { TABLE_NAMES } from "../../sales/schema";
import type { Session } from "../office/session";
import { cachedGeneration } from "./generationCache";
import { readTables } from "./load";
import type { Generation } from "./meta";
import { type Snapshot, sheetsInForce, takeSnapshot } from "./snapshot";

/** The held data that changes can be merged into, and the mark to ask for them with. */
export interface ChangeBase {
  readonly mark: string;
  readonly generation: Generation;
  /** The workbook as it was found then. */
  readonly snapshot: Snapshot;
  readonly held: Held;
}

/** The base for a refresh by changes; without one, the reason where it is known. */
export type Eligibility = { readonly base: ChangeBase } | ({ readonly base?: undefined } & WhyFull);

/** The reason for a full refresh; where the workbook held data without a mark, only the source knows it. */
export interface WhyFull {
  readonly because?: Failure;
  readonly holdsData?: boolean;
}

/** Checks whether changes alone can bring the workbook up to date; reads its data where this runtime has not yet. */
export async function eligibility(session: Session): Promise<Eligibility> {
  const snapshot = await takeSnapshot(session);
  const generation = snapshot.meta?.generation;
  if (!generation) return { holdsData: false };
  const { mark, setAside, unkept = "" } = generation.last;
  // Changes of a table that was never read would pass for all of it.
  const isComplete = TABLE_NAMES.every((table) => generation.tables[table]);
  if (mark === undefined || !isComplete) return { holdsData: true };
  if (!setAside) return { holdsData: true, because: failure("changes-set-aside", { table: unkept }) };
  try {
    const data = isWhole(snapshot, generation) && cachedGeneration(generation.id);
    const held = { data: data || (await readTables(session, snapshot, generation)), setAside };
    return { base: { mark, generation, snapshot, held } };
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== "workbook-damaged") throw error;
    return { holdsData: true, because: error.failure };
  }
}

/** True when every sheet is there. Their cells may have changed since all the same. */
const isWhole = (snapshot: Snapshot, { tables, journal }: Generation): boolean =>
  sheetsInForce(snapshot).size === Object.keys(tables).length + (journal ? 1 : 0);
