/** The part of Excel's custom-functions runtime that `entry.ts` uses; office.js brings it at run time. */
declare namespace CustomFunctions {
  function associate(id: string, call: (...received: unknown[]) => Promise<unknown>): void;

  /** The values of `CustomFunctions.ErrorCode` are the error texts themselves. */
  class CellError extends Error {
    constructor(code: "#VALUE!" | "#N/A" | "#DIV/0!" | "#NAME?" | "#REF!" | "#NUM!", message?: string);
  }

  export { associate, CellError as Error };
}
