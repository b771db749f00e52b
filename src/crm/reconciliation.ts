export type { CrmAggregate } from "../sales/reconcile";

/** The requests of a full refresh to the CRM, known before it begins. */
export interface LoadEstimate {
  readonly rows: number;
  /** Requests to the CRM. */
  readonly calls: number;
  /** Requests the CRM still allows today, where it counts them. */
  readonly callsLeft?: number;
}
