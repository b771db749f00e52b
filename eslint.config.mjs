import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const officeGlobals = ["Excel", "Office", "OfficeExtension", "OfficeRuntime", "CustomFunctions"];

export default tseslint.config(
  { ignores: ["dist/", "out/", "node_modules/", ".cache/", "*.config.js", "*.cjs", "*.mjs"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { "react-hooks": reactHooks },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Only workbook/ and the entries may name Excel or Office.
    files: ["src/**/*.ts", "src/**/*.tsx"],
    ignores: ["src/workbook/**", "src/functions/entry.ts", "src/taskpane/entry.tsx", "src/taskpane/signInEntry.ts"],
    rules: {
      "no-restricted-globals": ["error", ...officeGlobals],
      "no-restricted-properties": ["error", ...officeGlobals.map((property) => ({ object: "globalThis", property }))],
    },
  },
);
