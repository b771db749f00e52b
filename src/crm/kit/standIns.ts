import type { RawRow } from "../../sales/rawRow";

/** A member that no record of the CRM stands for. No CRM gives a record the id 0. */
const ID = "0";

export interface StandIn {
  /** The tables that rows refer to. */
  readonly id: string;
  /** Its own row. */
  readonly row: RawRow;
}

export const standIn = (name: string): StandIn => ({
  id: ID,
  row: { values: { id: ID, name }, origin: "–" },
});

/** The salesperson of what is assigned to nobody. */
export const NOBODY = standIn("Sans commercial");
/** The product of lines that name none. */
export const NO_PRODUCT = standIn("Sans produit");
