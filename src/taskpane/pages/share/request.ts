import type { DataScope } from "../../../kpi";
import type { CopyKind } from "../../../sharing";

/** The ways to divide the data among copies. */
export const SPLITS = ["whole", "region", "commercial", "chosen"] as const;
export type Split = (typeof SPLITS)[number];

/** The axes that divide it, as the engine names them. */
export const OWNERS = ["region", "commercial"] as const;
export type Owner = (typeof OWNERS)[number];

/** Display names by axis: all there are, or those that were ticked. */
export type Members = Readonly<Record<Owner, readonly string[]>>;

/** A person's request for copies. */
export interface ShareRequest {
  readonly kind: CopyKind;
  readonly split: Split;
  readonly ticked: Members;
  readonly by: string;
}

/** The axes whose members are to be ticked. */
export const ASKED: Readonly<Record<Split, readonly Owner[]>> = {
  whole: [],
  region: ["region"],
  commercial: ["commercial"],
  chosen: OWNERS,
};

const SCOPES: Readonly<Record<Split, (ticked: Members) => readonly DataScope[]>> = {
  whole: () => [{}],
  region: ({ region }) => region.map((name) => ({ regions: [name] })),
  commercial: ({ commercial }) => commercial.map((name) => ({ salespeople: [name] })),
  chosen: ({ region, commercial }) =>
    region.length + commercial.length > 0 ? [{ regions: region, salespeople: commercial }] : [],
};

/** One scope per copy; none while nobody is ticked. */
export const scopesOf = ({ split, ticked }: Pick<ShareRequest, "split" | "ticked">): readonly DataScope[] =>
  SCOPES[split](ticked);
