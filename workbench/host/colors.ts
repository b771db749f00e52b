import names from "color-name";
import { text } from "./arguments";
import { invalidArgument } from "./officeError";

/** `#RRGGBB` or a colour's HTML name → `#RRGGBB`; anything else is refused, as `rouge` or `rgb(1,2,3)`. */
export function color(value: unknown, what: string): string {
  const given = text(value, what);
  if (/^#[0-9a-f]{6}$/i.test(given)) return given.toUpperCase();
  const named = names[given.toLowerCase() as keyof typeof names];
  if (!named) throw invalidArgument(`${what} must be #RRGGBB or a named HTML colour, not "${given}".`);
  return `#${named.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/** A colour, or an empty text that takes it away. */
export const colorOrNone = (value: unknown, what: string): string => (value === "" ? "" : color(value, what));
