/**
 * The layer rule (ARCHITECTURE.md): which rooms a room may import. Everything not listed is refused.
 */
const rooms = {
  sales: [],
  formula: ["sales"],
  i18n: ["sales"],
  kpi: ["sales"],
  crm: ["sales"],
  dashboard: ["kpi", "sales"],
  xlsx: ["formula", "dashboard", "kpi", "sales"],
  gateway: ["crm", "kpi", "sales", "i18n"],
  workbook: ["formula", "dashboard", "kpi", "sales", "xlsx"],
  functions: ["formula", "kpi", "sales", "workbook", "i18n"],
  sharing: ["formula", "functions", "workbook", "xlsx", "dashboard", "kpi", "sales", "i18n"],
  taskpane: ["sharing", "workbook", "functions", "dashboard", "kpi", "sales", "i18n"],
  cli: ["formula", "sharing", "crm", "dashboard", "functions", "workbook", "kpi", "sales", "i18n", "xlsx"],
};

/** Rooms with a public face, `index.ts`: others import nothing else of them, but for chunks fetched when needed. */
const faces = ["formula", "functions"];

module.exports = {
  forbidden: [
    ...faces.map((room) => ({
      name: `face-${room}`,
      severity: "error",
      comment: `src/${room} is imported through src/${room}/index.ts`,
      from: { path: "^src/", pathNot: `^src/${room}/` },
      to: { path: `^src/${room}/`, pathNot: `^src/${room}/index\\.ts$`, dynamic: false },
    })),
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `layer-${room}`,
      severity: "error",
      comment: `src/${room} may import only: ${[room, ...allowed].join(", ")}`,
      from: { path: `^src/${room}/` },
      to: { path: "^src/", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
    })),
    {
      name: "src-knows-no-workbench",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(workbench|test|bench|scripts)/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "pure-rooms-touch-no-platform",
      severity: "error",
      comment: "sales, formula, kpi and dashboard run anywhere: no Node module, no React",
      from: { path: "^src/(sales|formula|kpi|dashboard|i18n)/" },
      to: { dependencyTypes: ["core"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|out)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] },
  },
};
