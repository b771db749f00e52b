/** Excel's refusals, with the code that a caller sees in `OfficeExtension.Error.code`. */
const STATUS = {
  AccessDenied: 401,
  ApiNotFound: 404,
  GeneralException: 500,
  InvalidArgument: 400,
  InvalidOperation: 400,
  InvalidReference: 400,
  InvalidSelection: 400,
  InsertDeleteConflict: 409,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
  RangeExceedsLimit: 400,
} as const;

export type OfficeErrorCode = keyof typeof STATUS;

/** A refusal in the middle of a request: the actions before it keep their effect, those after it do not run. */
export class OfficeError extends Error {
  readonly status: number;

  constructor(
    readonly code: OfficeErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "OfficeError";
    this.status = STATUS[code];
  }
}

export const invalidArgument = (message: string) => new OfficeError("InvalidArgument", message);
export const itemNotFound = (what: string) =>
  new OfficeError("ItemNotFound", `The requested resource doesn't exist: ${what}`);
export const accessDenied = (what: string) =>
  new OfficeError("AccessDenied", `You cannot perform the requested operation: ${what}`);
export const alreadyExists = (what: string) =>
  new OfficeError("ItemAlreadyExists", `A resource with this name exists already: ${what}`);
