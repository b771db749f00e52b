/** The bodies that office.js sends and expects: one request is a list of actions on object paths. */
export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const PATH = {
  globalRoot: 1,
  newService: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  nullObject: 7,
} as const;

/** Arguments as they travel: an object is its path's id, marked as such in `ReferencedObjectPathIds`. */
export interface WireArguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface WireQuery {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
  readonly RecursiveQueryInfo?: { readonly Queries: readonly WireQuery[]; readonly MaxDepth?: number };
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

export interface WireRequest {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface WireResponse {
  readonly Results?: readonly WireResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: WireError;
  readonly ProcessedResults?: { readonly Results: readonly WireResult[] };
}

/** Error numbers of the message around a request; office.js turns them into these codes. */
export const CHANNEL_ERRORS = {
  AccessDenied: 7000,
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  InvalidRequestContext: 1014,
  GeneralException: 5001,
} as const;

export type ChannelError = keyof typeof CHANNEL_ERRORS;

/** Excel on the web: 5 MB per request and per response, 5 million cells per read. */
export const PAYLOAD_LIMIT_BYTES = 5 * 1024 * 1024;
export const READ_LIMIT_CELLS = 5_000_000;
