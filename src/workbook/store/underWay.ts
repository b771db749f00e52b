/** A refresh of this runtime: ISO 8601 moment of its beginning. */
interface RefreshUnderWay {
  readonly since: string;
}

let current: RefreshUnderWay | undefined;

/** This runtime's refresh under way, if any. Apart from the writer: cells ask it, and must not load what writes. */
export const refreshUnderWay = (): RefreshUnderWay | undefined => current;

export function setRefreshUnderWay(refresh: RefreshUnderWay | undefined): void {
  current = refresh;
}
