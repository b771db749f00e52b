export type { CrmAggregate } from "../sales/reconcile";

/** What a full refresh will ask of the CRM, known before it begins. */
export interface LoadEstimate {
  readonly rows: number;
  /** Requests to the CRM. */
  readonly calls: number;
  /** Requests the CRM still allows today, where it counts them. */
  readonly callsLeft?: number;
}
