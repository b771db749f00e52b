/**
 * The layer rule (ARCHITECTURE.md): which rooms a room may import. Everything not listed is refused.
 */
const rooms = {
  sales: [],
  formula: ["sales"],
  i18n: ["sales"],
  kpi: ["formula", "sales"],
  crm: ["sales"],
  dashboard: ["kpi", "sales"],
  xlsx: ["formula", "dashboard", "kpi", "sales"],
  kept: ["dashboard", "kpi", "sales"],
  live: ["kept", "dashboard", "kpi", "sales"],
  gateway: ["crm", "kpi", "sales", "i18n"],
  workbook: ["formula", "live", "kept", "xlsx", "dashboard", "kpi", "sales"],
  functions: ["formula", "live", "kpi", "sales", "i18n"],
  gsheets: ["functions", "live", "kept", "xlsx", "formula", "dashboard", "kpi", "sales", "i18n"],
  addon: ["gsheets", "functions", "live", "kept", "xlsx", "formula", "dashboard", "kpi", "sales", "i18n"],
  sharing: ["formula", "functions", "workbook", "live", "kept", "xlsx", "dashboard", "kpi", "sales", "i18n"],
  taskpane: [
    "gsheets",
    "sharing",
    "functions",
    "workbook",
    "live",
    "kept",
    "dashboard",
    "kpi",
    "sales",
    "i18n",
  ],
  cli: [
    "gsheets",
    "formula",
    "sharing",
    "functions",
    "workbook",
    "live",
    "kept",
    "xlsx",
    "crm",
    "dashboard",
    "kpi",
    "sales",
    "i18n",
  ],
};

/** Rooms with a face: the only modules of a room that other rooms may import. */
const faces = {
  kpi: ["index"],
  // The house's shared vocabulary: each module is one idea, and two are the room's own.
  sales: ["(?!(cell|mergeTable)\\.ts$)\\w+"],
  kept: ["index"],
  dashboard: ["index"],
  live: ["index"],
  sharing: ["index"],
  gsheets: ["index"],
  gateway: ["index"],
  // The writer needs a browser's or Node's whole platform; the sheets shared with the add-in do not.
  xlsx: ["index", "addInSheets"],
  i18n: ["index"],
  crm: ["index"],
  formula: ["index"],
  // Explaining a cell is loaded with the first question about one.
  functions: ["index", "explainCell"],
};

module.exports = {
  forbidden: [
    ...Object.entries(faces).map(([room, modules]) => ({
      name: `face-${room}`,
      severity: "error",
      comment: `Import src/${room} through its face: ${modules.join(", ")}`,
      from: { path: "^src/", pathNot: `^src/${room}/` },
      to: { path: `^src/${room}/`, pathNot: `^src/${room}/(${modules.join("|")})\\.ts$`, dynamic: false },
    })),
    {
      name: "face-crm-kit",
      severity: "error",
      comment: "A source imports what it is made with through src/crm/kit/index.ts",
      from: { path: "^src/crm/[^/]+/", pathNot: "^src/crm/kit/" },
      to: { path: "^src/crm/kit/", pathNot: "^src/crm/kit/index\\.ts$" },
    },
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
      comment: "sales, formula, i18n, kpi, dashboard, kept and live run anywhere: no Node module, no React",
      from: { path: "^src/(sales|formula|kpi|dashboard|kept|i18n|live|gsheets)/" },
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
