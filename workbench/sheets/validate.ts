/**
 * Checks values against Google's generated types, enumerations included: the Sheets API refuses a whole batch for one
 * unknown field, and so does the stand-in.
 */
import { readFileSync } from "node:fs";
import ts from "typescript";

const TYPES = require.resolve("@maxim_mazurok/gapi.client.sheets-v4/index.d.ts");

let known: ReadonlyMap<string, ts.InterfaceDeclaration> | undefined;

function interfaces(): ReadonlyMap<string, ts.InterfaceDeclaration> {
  if (known) return known;
  const found = new Map<string, ts.InterfaceDeclaration>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) found.set(node.name.text, node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(TYPES, readFileSync(TYPES, "utf8"), ts.ScriptTarget.Latest, true));
  known = found;
  return found;
}

/** The first thing wrong with a value of a type, by its place (`Request.updateCells.rowz: unknown field`); undefined when all is right. */
export function problemOf(value: unknown, type: string): string | undefined {
  const declaration = interfaces().get(type);
  if (!declaration) return `${type}: unknown type`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `${type}: not an object`;
  for (const [field, content] of Object.entries(value)) {
    if (content === undefined) continue;
    const member = declaration.members.find(
      (one): one is ts.PropertySignature => ts.isPropertySignature(one) && one.name.getText() === field,
    );
    if (!member?.type) return `${type}.${field}: unknown field`;
    const problem = mismatch(content, member.type, `${type}.${field}`);
    if (problem) return problem;
  }
  return undefined;
}

function mismatch(value: unknown, type: ts.TypeNode, place: string): string | undefined {
  if (ts.isUnionTypeNode(type)) {
    const problems = type.types.map((one) => mismatch(value, one, place));
    return problems.includes(undefined) ? undefined : `${place}: ${String(value)} is not offered`;
  }
  if (ts.isParenthesizedTypeNode(type)) return mismatch(value, type.type, place);
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal))
    return value === type.literal.text ? undefined : `${place}: ${String(value)}`;
  if (ts.isArrayTypeNode(type)) return ofList(value, type.elementType, place);
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText();
    const [element] = type.typeArguments ?? [];
    if (name === "Array" && element) return ofList(value, element, place);
    const problem = problemOf(value, name);
    return problem && `${place} > ${problem}`;
  }
  const wanted = type.getText();
  const isPlain = wanted === "string" || wanted === "number" || wanted === "boolean";
  return isPlain && typeof value !== wanted ? `${place}: not a ${wanted}` : undefined;
}

function ofList(value: unknown, element: ts.TypeNode, place: string): string | undefined {
  if (!Array.isArray(value)) return `${place}: not a list`;
  for (const [index, one] of value.entries()) {
    const problem = mismatch(one, element, `${place}[${index}]`);
    if (problem) return problem;
  }
  return undefined;
}
