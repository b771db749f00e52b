import { parseRectangle } from "../../src/sales/a1";
import { alreadyExists, invalidArgument } from "./officeError";

/** Excel's rules for a worksheet's name; refuses with InvalidArgument or ItemAlreadyExists. */
export function assertSheetName(name: string, others: readonly string[]): void {
  const broken =
    name.length < 1 ||
    name.length > 31 ||
    /[\\/*?:[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toUpperCase() === "HISTORY";
  if (broken) throw invalidArgument(`Not a name for a worksheet: ${name}`);
  if (others.some((other) => other.toUpperCase() === name.toUpperCase())) throw alreadyExists(name);
}

/** Excel's rules for the name of a table or a defined name: a word that is no cell address. */
export function assertDefinedName(name: string, others: readonly string[]): void {
  const word = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
  const reserved = parseRectangle(name) !== undefined || /^([rc]|r\d+c\d+)$/i.test(name);
  if (!word || reserved) throw invalidArgument(`Not a name: ${name}`);
  if (others.some((other) => other.toUpperCase() === name.toUpperCase())) throw alreadyExists(name);
}
