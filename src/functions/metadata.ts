import type { Language } from "../sales/text";
import { type FunctionCatalogue, namesOf } from "./catalogue";
import type { FunctionDeclaration, FunctionParameter } from "./declaration";

/** Excel's limits on the texts it shows. */
const LONGEST_DESCRIPTION = 512;

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "scalar";
  readonly optional?: true;
  readonly repeating?: true;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "any"; readonly dimensionality: "scalar" | "matrix" };
}

export interface FunctionsFile {
  readonly $schema: string;
  readonly functions: readonly FunctionMetadata[];
}

/**
 * The content of `functions.json` in one language: the namespace `KPI` is the manifest's, so names are bare. No option
 * is set: not volatile, not streaming (docs/decisions/0001-recalculation.md).
 */
export const functionsFile = (catalogue: FunctionCatalogue, language: Language): FunctionsFile => ({
  $schema: "https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json",
  functions: catalogue.declarations.flatMap((declaration) =>
    namesOf(declaration).map((name) => functionMetadata(name, declaration, language)),
  ),
});

function functionMetadata(
  name: string,
  declaration: FunctionDeclaration,
  language: Language,
): FunctionMetadata {
  return {
    id: name,
    name,
    description: declaration.description[language].slice(0, LONGEST_DESCRIPTION),
    parameters: declaration.parameters.map((parameter) => parameterMetadata(parameter, language)),
    result: { type: "any", dimensionality: declaration.result },
  };
}

function parameterMetadata(parameter: FunctionParameter, language: Language): ParameterMetadata {
  return {
    name: parameter.name[language],
    description: parameter.description[language].slice(0, LONGEST_DESCRIPTION),
    type: "any",
    dimensionality: "scalar",
    ...(parameter.into === "filters" ? { repeating: true } : parameter.required ? {} : { optional: true }),
  };
}
