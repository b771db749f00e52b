/**
 * Four suites: `unit` in Node, `office` in jsdom (React, real office.js), `pages` (the pane's screens in Chromium) and
 * `e2e` (a spreadsheet in Chromium).
 */
const common = {
  rootDir: __dirname,
  cacheDirectory: "<rootDir>/.cache/jest",
  transform: {
    "\\.[cm]?[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
        module: { type: "commonjs" },
      },
    ],
  },
  // These packages ship ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(p-retry|is-network-error|hucre|oauth4webapi)/)", "/\\.cache/"],
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/out"],
  watchPathIgnorePatterns: ["<rootDir>/out", "<rootDir>/.cache"],
};

module.exports = {
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["\\.dom\\.test\\.", "/test/e2e/"],
    },
    {
      ...common,
      displayName: "office",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/test/**/*.dom.test.ts", "<rootDir>/test/**/*.dom.test.tsx"],
    },
    {
      ...common,
      displayName: "pages",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/pages/*.e2e.ts"],
      globalSetup: "<rootDir>/test/e2e/pages/globalSetup.ts",
    },
    {
      ...common,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/*.e2e.ts"],
      globalSetup: "<rootDir>/test/e2e/globalSetup.ts",
    },
  ],
};
