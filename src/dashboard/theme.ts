import type { CellStyle } from "./plan";

/** One ink, one muted ink, one accent. Colour that means something belongs to the tiers alone. */
const INK = "#1B2430";
const MUTED = "#66707C";
const ACCENT = "#12496B";
/** Every `border` of a plan's styles. */
export const RULE_COLOR = "#B9C4CE";
/** Behind the totals (see `PlannedEmphasis`). */
export const TOTAL_FILL = "#EEF2F5";

/** One scale of sizes, in points. */
const SIZE = { title: 18, figure: 16, section: 12, body: 9.5, small: 9, fine: 8, trend: 7 } as const;

const body: CellStyle = { size: SIZE.body, color: INK, verticalAlign: "center" };

/** Every style a dashboard's cells may have. */
export const STYLES = {
  title: { size: SIZE.title, bold: true, color: ACCENT, verticalAlign: "center" },
  caption: { size: SIZE.small, color: MUTED, align: "left", verticalAlign: "center" },
  label: { size: SIZE.fine, color: MUTED, align: "left", verticalAlign: "center" },
  input: { ...body, bold: true, align: "center", border: "box", fill: "#FFFFFF", numberFormat: "@" },
  shownInput: { ...body, bold: true, align: "center", border: "bottom" },
  cardLabel: {
    size: SIZE.small,
    color: INK,
    align: "left",
    indent: 1,
    verticalAlign: "center",
    border: "top",
  },
  cardFigure: {
    size: SIZE.figure,
    bold: true,
    color: INK,
    align: "left",
    indent: 1,
    verticalAlign: "center",
  },
  cardTier: { size: SIZE.small, bold: true, color: INK, align: "center", verticalAlign: "center" },
  cardBar: { size: SIZE.fine, color: ACCENT, align: "left", indent: 1, verticalAlign: "center" },
  cardNote: {
    size: SIZE.small,
    color: MUTED,
    align: "left",
    indent: 1,
    verticalAlign: "center",
  },
  cardNoteRight: {
    size: SIZE.small,
    color: MUTED,
    align: "right",
    indent: 1,
    verticalAlign: "center",
  },
  cardTrend: { size: SIZE.trend, color: ACCENT, align: "right", verticalAlign: "center" },
  cardAdvice: {
    size: SIZE.small,
    color: INK,
    align: "left",
    indent: 1,
    verticalAlign: "top",
    wrap: true,
  },
  section: { size: SIZE.section, bold: true, color: ACCENT, verticalAlign: "center" },
  sectionTotal: { ...body, bold: true, align: "right" },
  sectionTier: { ...body, size: SIZE.small, bold: true, align: "center" },
  heading: { size: SIZE.fine, color: MUTED, align: "left", verticalAlign: "center", border: "bottom" },
  headingCenter: {
    size: SIZE.fine,
    color: MUTED,
    align: "center",
    verticalAlign: "center",
    border: "bottom",
  },
  headingRight: { size: SIZE.fine, color: MUTED, align: "right", verticalAlign: "center", border: "bottom" },
  member: { ...body, align: "left" },
  figure: { ...body, align: "right" },
  /** One of many columns side by side. */
  narrowFigure: { ...body, size: SIZE.small, align: "right" },
  tier: { ...body, size: SIZE.small, align: "center" },
  help: { size: SIZE.small, italic: true, color: MUTED, verticalAlign: "center" },
} as const satisfies Record<string, CellStyle>;

/** Row heights, in points. */
export const HEIGHTS = {
  title: 26,
  caption: 20,
  cardLabel: 20,
  cardFigure: 26,
  cardBar: 14,
  cardAdvice: 38,
  section: 24,
  heading: 18,
  body: 17,
  gap: 12,
} as const;
