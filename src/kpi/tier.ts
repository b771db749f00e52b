import type { Text } from "../sales/text";

/** The three strates of kpi-semantics §6, from calm to urgent. */
export const TIERS = ["equilibre", "anticipation", "alerte"] as const;
export type Tier = (typeof TIERS)[number];

/** Colour is never alone: each tier has a word and a sign too. */
export const TIER_FACES: Readonly<
  Record<Tier, { readonly label: Text; readonly sign: string; readonly fill: string; readonly ink: string }>
> = {
  equilibre: { label: { fr: "Équilibre", en: "Balance" }, sign: "●", fill: "#DFF3E3", ink: "#0B5A23" },
  anticipation: {
    label: { fr: "Anticipation", en: "Anticipation" },
    sign: "▲",
    fill: "#FFF0CC",
    ink: "#6B4700",
  },
  alerte: { label: { fr: "Alerte", en: "Alert" }, sign: "◆", fill: "#FBDCDC", ink: "#8A1010" },
};
