import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

const typescript = ["client/**/*.ts", "server/**/*.ts", "test/**/*.ts", "scripts/**/*.ts", "bench/**/*.ts"];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", ".vscode-test/"] },
  {
    files: typescript,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      complexity: ["error", 12],
      "max-lines": ["error", { max: 300 }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
    },
  },
  {
    // Tables of facts grow with the facts.
    files: ["server/src/data/**/*.ts", "server/src/formats/x12/elements/*.ts"],
    rules: { "max-lines": "off" },
  },
  {
    files: ["scripts/**/*.mjs", "test/vscode/ui/**/*.mjs", "*.js", "*.cjs"],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "process",
          "console",
          "URL",
          "Buffer",
          "setTimeout",
          "clearTimeout",
          "fetch",
          "AbortSignal",
          "module",
          "require",
          "document",
        ].map((name) => [name, "readonly"]),
      ),
    },
    rules: { complexity: ["error", 12], "max-lines": ["error", { max: 300 }] },
  },
  prettier,
);
