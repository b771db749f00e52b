import type { EpochDay } from "../sales/calendar";
import type { CurrencyTable } from "../sales/currency";
import type { Lack } from "../sales/lack";
import type { Note } from "../sales/note";
import type { TableName } from "../sales/schema";
import type { Target } from "../sales/targets";
import type { Text } from "../sales/text";
import type { ChangeFeed } from "./changes";
import type { Page } from "./page";
import type { CrmAggregate, LoadEstimate } from "./reconciliation";
import type { OAuthSignIn } from "./signIn";

/** A field of the connection form. Secrets are masked and never stored by the pane. */
export interface ConnectionField {
  readonly name: string;
  readonly label: Text;
  readonly kind: "text" | "secret" | "url" | "files";
  readonly optional?: true;
  /** A secret for those who do not sign in at the CRM: the form asks for one or the other, and `optional` is set. */
  readonly insteadOfSignIn?: true;
}

/** A source's face and abilities: shown in the pane, checked before connecting. */
export interface ConnectorDeclaration {
  readonly id: string;
  readonly label: Text;
  readonly fields: readonly ConnectionField[];
  readonly tables: readonly TableName[];
  /** Said plainly in the pane: what this source lacks; the KPIs that are lost with it are worked out by `kpi/lacks.ts`. */
  readonly lacks: readonly Lack[];
  /** Sign-in at the CRM itself instead of with secrets of the form; `fields` then holds what must be known before. */
  readonly signIn?: OAuthSignIn;
}

/** An open connection to one CRM with one person's rights. Throws FailureError only. */
export interface Connection {
  /** The day the data is as of: usually today in the CRM's country. */
  readonly dataDate: EpochDay;
  /** The person connected, as colleagues know them; shown to whom a refresh under way makes wait. */
  readonly user?: string;
  /** The tables of this very connection, when fewer than the connector declares (a folder without visits). */
  readonly tables?: readonly TableName[];
  /** Data that this very connection lacks or had to derive, beside what the connector declares. */
  readonly lacks?: readonly Lack[];
  /** Notes on what this very connection decided by itself, left out or could not read. */
  readonly notes?: readonly Note[];
  /** `false`: the source as a whole gives no invoicing dates, so invoiced_on = ordered_on. */
  readonly invoicingDates?: false;
  /** Rates for rows that carry a `currency`; without it such rows are set aside unless in EUR. */
  readonly currencies?: CurrencyTable;
  listPage(table: TableName, cursor: string | undefined, signal: AbortSignal): Promise<Page>;
  /** Targets the source proposes (a CSV folder's targets.csv, the demo's); absent where it has none. */
  listTargets?(signal: AbortSignal): Promise<readonly Target[]>;
  /** Changes since an earlier refresh; absent where the CRM keeps no dates of change: each refresh is a full one. */
  readonly changes?: ChangeFeed;
  /** The CRM's own counts and sums of what `listPage` gives, at this moment. */
  aggregates?(signal: AbortSignal): Promise<readonly CrmAggregate[]>;
  /** The cost of a full refresh; asked before it begins. */
  estimate?(signal: AbortSignal): Promise<LoadEstimate>;
  close(): Promise<void>;
}

/** A file that a person must explain: columns are missing, or what it holds may be read in two ways. */
export interface FileToMap {
  /** The file's name, and the sheet's where a workbook has several. */
  readonly file: string;
  /** A table's name, or `targets`; absent when nobody can say, and `tables` are offered. */
  readonly table?: string;
  readonly tables?: readonly string[];
  readonly headings: readonly string[];
  /** The first distinct values under each heading, at most three. */
  readonly samples: Readonly<Record<string, readonly string[]>>;
  /** Every column the table may have, with the heading proposed for it and those that fit as well. */
  readonly columns: readonly {
    readonly name: string;
    readonly label: Text;
    readonly required: boolean;
    readonly heading?: string;
    readonly others?: readonly string[];
  }[];
  /** Day and month may be taken for each other. */
  readonly asksDates?: true;
  /** A point before three digits may be a decimal mark or not. */
  readonly asksDecimals?: true;
}

export interface Connector {
  readonly declaration: ConnectorDeclaration;
  /** The files among the options that a person must explain first; `connect` then takes the option `mapping`. */
  filesToMap?(options: Readonly<Record<string, unknown>>): Promise<readonly FileToMap[]>;
  /** Does ahead, when a server starts, what the first connection would have to wait for. Throws FailureError. */
  prepare?(options: Readonly<Record<string, unknown>>): Promise<void>;
  connect(options: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Connection>;
}
