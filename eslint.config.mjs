import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Modules that would tie the core to an editor, to Node or to a page. */
const OUTSIDE_THE_CORE = [
  "vscode",
  "node:*",
  "fs",
  "path",
  "os",
  "child_process",
  "worker_threads",
  "**/extension/**",
  "**/cli/**",
];

export default tseslint.config(
  { ignores: ["dist/", ".cache/", "node_modules/", "**/*.generated.*"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // `return this.error(...)` reports a problem and yields nothing, on purpose in one expression.
      "@typescript-eslint/no-confusing-void-expression": "off",
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: OUTSIDE_THE_CORE }] },
  },
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-unused-expressions": "off" } },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        fetch: "readonly",
        Buffer: "readonly",
        document: "readonly",
        window: "readonly",
      },
    },
  },
);
