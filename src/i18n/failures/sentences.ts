import type { FailureCode } from "../../sales/failure";
import type { Text } from "../../sales/text";

/** Sentences of some failure codes. */
export type Sentences = Readonly<Partial<Record<FailureCode, Text>>>;
