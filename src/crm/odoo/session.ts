import type { CurrencyTable } from "../../sales/currency";
import type { DayOfMoment } from "../kit";
import type { People } from "./part";
import type { OdooClient } from "./protocol";
import type { Rights } from "./rights";

/** All that a connection is asked with. */
export interface Session {
  readonly client: OdooClient;
  readonly rights: Rights;
  /** Sent with every question: whose language, which company, archived records too. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly company: number;
  readonly currencies: CurrencyTable;
  readonly dayOf: DayOfMoment;
  /** Records a page. */
  readonly pageSize: number;
  /** Once asked; asked again when a refresh begins. */
  people?: Promise<People> | undefined;
}
