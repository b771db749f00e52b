import type { CurrencyTable } from "../../sales/currency";
import type { TableName } from "../../sales/schema";
import type { DayOfMoment } from "../zonedDay";
import type { Part, People } from "./part";
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
  partsOf(table: TableName): readonly Part[];
  /** Once asked; asked again when a refresh begins. */
  people?: Promise<People> | undefined;
}

/** Every refresh begins with the salespeople: who works there is asked anew. */
export function beginning(session: Session, table: TableName, cursor: string | undefined): void {
  if (table === "salespeople" && cursor === undefined) session.people = undefined;
}
