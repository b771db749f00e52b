import { type Failure, FailureError, failure } from "../../sales/failure";
import type { Held } from "../../sales/merge";
import type { Session } from "../office/session";
import { cachedGeneration } from "./generationCache";
import { readTables } from "./load";
import type { Generation } from "./meta";
import { type Snapshot, sheetsInForce, takeSnapshot } from "./snapshot";

/** What changes can be brought into, and what to ask them with. */
export interface ChangeBase {
  readonly mark: string;
  readonly generation: Generation;
  readonly held: Held;
}

/** Whether the workbook can be brought up to date by changes; else why not, where there is anything to say. */
export type Eligibility = { readonly base: ChangeBase } | ({ readonly base?: undefined } & WhyFull);

/** Why everything is to be read; where the workbook held data without a mark, only the source can tell why. */
export interface WhyFull {
  readonly because?: Failure;
  readonly holdsData?: boolean;
}

/** Looks at what the workbook holds; reads it where this copy of the add-in has not seen it yet. */
export async function eligibility(session: Session): Promise<Eligibility> {
  const snapshot = await takeSnapshot(session);
  const generation = snapshot.meta?.generation;
  if (!generation) return { holdsData: false };
  const { mark, setAside, unkept = "" } = generation.last;
  if (mark === undefined) return { holdsData: true };
  if (!setAside) return { holdsData: true, because: failure("changes-set-aside", { table: unkept }) };
  try {
    const data = isWhole(snapshot, generation) && cachedGeneration(generation.id);
    const held = { data: data || (await readTables(session, snapshot, generation)), setAside };
    return { base: { mark, generation, held } };
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== "workbook-damaged") throw error;
    return { holdsData: true, because: error.failure };
  }
}

/** Whether every sheet is there: what was seen of their cells may be out of date all the same. */
const isWhole = (snapshot: Snapshot, { tables, journal }: Generation): boolean =>
  sheetsInForce(snapshot).size === Object.keys(tables).length + (journal ? 1 : 0);
