import { type Failure, FailureError } from "../../sales/failure";
import type { Lack } from "../../sales/lack";
import { TABLES, type TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";

/** One query of a CRM and the table it fills, or fills in part. */
export interface Content<Part = unknown> {
  readonly table: TableName;
  readonly part: Part;
  /** Without it there is nothing to show: connecting then fails. */
  readonly isVital?: true;
  /** The data missing without it, where that is not simply its table. */
  readonly what?: Text;
  /** A table that its rows refer to and cannot be without: an order line has a product. */
  readonly refersTo?: TableName;
}

/** Why a person does not get a content. */
export interface Refusal {
  /** The failure of connecting where Vigie cannot do without. */
  readonly failure: Failure;
  /** A sentence for the pane: what may not be read, or is not there. */
  readonly reason: Text;
}

/** The contents that one person gets out of one CRM. */
export interface Granted<C extends Content> {
  readonly contents: readonly C[];
  readonly tables: readonly TableName[];
  /** Missing data and the reasons, for the pane. */
  readonly lacks: readonly Lack[];
  of(table: TableName): readonly C[];
}

/** A right that is missing, or a part of the CRM that is not there: what can be done without, perhaps. */
export const isMissing = (error: unknown): error is FailureError =>
  error instanceof FailureError && MISSING.has(error.failure.code);

/** The answer, or undefined where it is missing; anything else that goes wrong goes wrong. */
export async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

const MISSING: ReadonlySet<string> = new Set(["source-no-right", "source-module-missing"]);

/** The tables that some contents fill, each once. */
export const tablesOf = (contents: readonly Content[]): readonly TableName[] => [
  ...new Set(contents.map(({ table }) => table)),
];

/**
 * The contents that are not refused, and what is missing for want of the others. Throws the failure of a refused
 * content that Vigie cannot do without.
 */
export function grantedOf<C extends Content>(
  declared: readonly C[],
  refusalOf: (content: C) => Refusal | undefined,
): Granted<C> {
  const contents: C[] = [];
  const refused: [C, Text][] = [];
  for (const content of declared) {
    const refusal = refusalOf(content);
    if (refusal && content.isVital) throw new FailureError(refusal.failure);
    const reason = refusal?.reason ?? orphaned(content, contents);
    if (reason) refused.push([content, reason]);
    else contents.push(content);
  }
  const tables = tablesOf(contents);
  return {
    contents,
    tables,
    lacks: refused.map(([content, reason]) => lackOf(content, reason, !tables.includes(content.table))),
    of: (table) => contents.filter((content) => content.table === table),
  };
}

/** The reason of a content whose rows would refer to a table that is not there. */
function orphaned({ refersTo }: Content, contents: readonly Content[]): Text | undefined {
  if (refersTo === undefined || contents.some(({ table }) => table === refersTo)) return undefined;
  const { fr, en } = captionOf(refersTo);
  return { fr: `Cela demande la table « ${fr} ».`, en: `This needs the table “${en}”.` };
}

function lackOf({ table, what = captionOf(table) }: Content, reason: Text, isEmpty: boolean): Lack {
  return {
    fr: `${reason.fr} Il manque : ${what.fr}.`,
    en: `${reason.en} Missing: ${what.en}.`,
    ...(isEmpty && { missing: [{ table }] }),
  };
}

const captionOf = (table: TableName): Text => {
  const { fr, en } = TABLES[table].caption;
  return { fr: fr.toLowerCase(), en: en.toLowerCase() };
};
