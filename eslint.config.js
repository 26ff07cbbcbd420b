import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Layers that must give the same result at any time, in any place: no clock, chance, console or locale. */
const PURE = ["src/engine/**/*.ts", "src/document/**/*.ts", "src/diagram/**/*.ts", "src/renderers/**/*.ts"];
const TESTS = ["src/engine/testing/**/*.ts", "**/*.test.ts", "**/*.test.tsx", "tests/**/*.ts"];

/** The engine, which gives its result at once. */
const SYNCHRONOUS = ["src/engine/**/*.ts"];

/** What no part of the product writes. */
const NOWHERE = [
  { selector: "JSXAttribute[name.name='style']", message: "The policy forbids style attributes. Use a class, or geometry attributes of SVG." },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "No string becomes markup. Build elements." },
  { selector: "ExportDefaultDeclaration", message: "Export by name, so that a thing has the same name everywhere." },
];

const sameEverywhere = "The same answers must give the same bytes at any time and in any place.";

/** The name of every file in kebab-case: what it holds, findable by typing it. */
const kebabCase = {
  meta: { type: "suggestion", schema: [], messages: { name: "Name this file in kebab-case: `{{name}}`." } },
  create: (context) => ({
    Program: (node) => {
      const name = context.filename.split(/[\\/]/).at(-1) ?? "";
      if (!/^\.?[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) context.report({ node, messageId: "name", data: { name } });
    },
  }),
};

export default defineConfig(
  globalIgnores(["dist/", "build/", "coverage/", "public/"]),
  {
    files: ["**/*.{ts,tsx,js,mjs,cjs}"],
    plugins: { house: { rules: { "kebab-case": kebabCase } } },
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: {
      "house/kebab-case": "error",
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // There are no enums (`erasableSyntaxOnly`), and private fields make TypeScript hold a class for itself alone. Half of linting went into these.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // A name that begins with an underscore says that it is dropped on purpose.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // Numbers in texts are what a plan is made of.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Spreading a text gives its code points, which is what a text is measured and cut by.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // The kernel ends a rule by throwing a signal that is no error and carries no stack.
      "@typescript-eslint/only-throw-error": "off",
      // `(value) => save(value)` in a handler is clearer than a block around one call.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...NOWHERE] },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: PURE,
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: SYNCHRONOUS,
    rules: {
      "no-restricted-syntax": [
        "error",
        ...NOWHERE,
        { selector: ":matches(:function[async=true], AwaitExpression, Identifier[name='Promise'])", message: "The engine gives its result at once." },
      ],
      // Without promises none can be mishandled; looking for them took a sixth of the time.
      "@typescript-eslint/no-floating-promises": "off",
      "@typescript-eslint/no-misused-promises": "off",
    },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "Date", message: `${sameEverywhere} Dates are answers.` },
        { name: "Intl", message: sameEverywhere },
        { name: "console", message: "Return a finding, or throw." },
        { name: "performance", message: sameEverywhere },
        { name: "crypto", message: "Browsers offer it on https only. Use @noble/hashes." },
        { name: "setTimeout", message: "Pure code does not wait." },
        { name: "fetch", message: "Nothing leaves the machine. Pass in what you need." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: sameEverywhere },
        ...["toLocaleString", "toLocaleLowerCase", "toLocaleUpperCase", "toLocaleDateString", "toLocaleTimeString", "localeCompare"].map((property) => ({
          property,
          message: sameEverywhere,
        })),
      ],
    },
  },
  {
    files: ["scripts/**", "bench/**", "src/cli/**"],
    rules: { "no-console": "off" },
  },
  {
    files: TESTS,
    rules: {
      // Tests index into what they have just made; a miss fails the test.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Titles of parametrised tests are made of any value.
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/no-base-to-string": "off",
    },
  },
);
