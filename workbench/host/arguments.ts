import type { GridRange } from "../grid/contract";
import { isHostObject } from "./objectModel";
import { invalidArgument } from "./officeError";

/** Readers of arguments as they arrive: each answers the type it names, or refuses with InvalidArgument. */
export function text(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw invalidArgument(`${what} must be a string.`);
}

export function whole(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw invalidArgument(`${what} must be a whole number.`);
}

export function number(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw invalidArgument(`${what} must be a number.`);
}

export function flag(value: unknown, what: string): boolean {
  if (typeof value === "boolean") return value;
  throw invalidArgument(`${what} must be true or false.`);
}

/** The word as Excel spells it; case does not matter. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((choice) => choice.toLowerCase() === String(value).toLowerCase());
  if (found === undefined) throw invalidArgument(`${what} must be one of ${allowed.join(", ")}.`);
  return found;
}

/** A range passed as a Range object. */
export function rangeOf(value: unknown, what: string): GridRange {
  if (isHostObject(value) && value.range) return value.range;
  throw invalidArgument(`${what} must be a range.`);
}

/** `undefined` for an argument left out: office.js sends null or nothing. */
export function optional<T>(
  value: unknown,
  read: (value: unknown, what: string) => T,
  what: string,
): T | undefined {
  return value === undefined || value === null ? undefined : read(value, what);
}
