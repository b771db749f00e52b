/** Words that Excel takes for a property, as the office-js reference lists them; others are refused. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_item, index) => `${name}${index + 1}`);

export const CHART_TYPES = words(`
  ColumnClustered ColumnStacked ColumnStacked100 3DColumnClustered 3DColumnStacked 3DColumnStacked100
  BarClustered BarStacked BarStacked100 3DBarClustered 3DBarStacked 3DBarStacked100
  LineStacked LineStacked100 LineMarkers LineMarkersStacked LineMarkersStacked100
  PieOfPie PieExploded 3DPieExploded BarOfPie
  XYScatterSmooth XYScatterSmoothNoMarkers XYScatterLines XYScatterLinesNoMarkers
  AreaStacked AreaStacked100 3DAreaStacked 3DAreaStacked100 DoughnutExploded RadarMarkers RadarFilled
  Surface SurfaceWireframe SurfaceTopView SurfaceTopViewWireframe Bubble Bubble3DEffect
  StockHLC StockOHLC StockVHLC StockVOHLC
  CylinderColClustered CylinderColStacked CylinderColStacked100 CylinderCol
  CylinderBarClustered CylinderBarStacked CylinderBarStacked100
  ConeColClustered ConeColStacked ConeColStacked100 ConeCol ConeBarClustered ConeBarStacked ConeBarStacked100
  PyramidColClustered PyramidColStacked PyramidColStacked100 PyramidCol
  PyramidBarClustered PyramidBarStacked PyramidBarStacked100
  3DColumn Line 3DLine 3DPie Pie XYScatter 3DArea Area Doughnut Radar
  Histogram Boxwhisker Pareto RegionMap Treemap Waterfall Sunburst Funnel`);

export const BORDER_STYLES = words("None Continuous Dash DashDot DashDotDot Dot Double SlantDashDot");
export const BORDER_WEIGHTS = words("Hairline Thin Medium Thick");

export const PAPER_SIZES = words(`
  Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro
  Paper10x14 Paper11x17 Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet
  EnvelopeDL EnvelopeC5 EnvelopeC3 EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6
  EnvelopeItaly EnvelopeMonarch EnvelopePersonal FanfoldUS FanfoldStdGerman FanfoldLegalGerman`);

export const TABLE_STYLES = [
  ...numbered("TableStyleLight", 21),
  ...numbered("TableStyleMedium", 28),
  ...numbered("TableStyleDark", 11),
];

export const ALERT_STYLES = words("Stop Warning Information");

export const VALIDATION_OPERATORS = words(`
  Between NotBetween EqualTo NotEqualTo GreaterThan LessThan GreaterThanOrEqualTo LessThanOrEqualTo`);
export const CONDITION_OPERATORS = words(`
  Between NotBetween EqualTo NotEqualTo GreaterThan LessThan GreaterThanOrEqual LessThanOrEqual`);
