// What eslint asks of the project's JavaScript. Every rule named here is one that the recommended set leaves out.

import js from "@eslint/js";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import globals from "globals";

const STRICT = {
  "array-callback-return": "error",
  "consistent-return": "error",
  "default-case-last": "error",
  eqeqeq: "error",
  "no-constructor-return": "error",
  "no-duplicate-imports": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
  "no-self-compare": "error",
  "no-shadow": "error",
  "no-template-curly-in-string": "error",
  "no-throw-literal": "error",
  "no-unmodified-loop-condition": "error",
  "no-unreachable-loop": "error",
  "no-unused-expressions": "error",
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-useless-rename": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-object-spread": "error",
  "prefer-promise-reject-errors": "error",
  "prefer-template": "error",
  radix: "error",
};

export default [
  { ignores: ["**/node_modules/", "frontend/static/vendor/", ".venv/", ".data/", "build/", "mutants/"] },
  {
    files: ["**/*.js", "**/*.mjs"],
    ...js.configs.recommended,
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: { ...js.configs.recommended.rules, ...STRICT },
  },
  {
    files: ["frontend/static/js/*.js", "benchmarks/*.js"],
    ...noUnsanitized.configs.recommended,
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["frontend/tests/*.mjs", "tests/**/*.mjs", "tools/**/*.js", "benchmarks/**/*.mjs"],
    languageOptions: { globals: globals.node },
  },
  {
    // Parts of it run in the pages that it looks at.
    files: ["tests/audits/*.mjs"],
    languageOptions: { globals: globals.browser },
  },
];
