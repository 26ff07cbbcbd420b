/**
 * What the linter says of one file.
 * @typedef {{ filename: string; report: (fault: { node: unknown; message: string }) => void }} Context
 */

const ASYNC = "The engine gives its result at once.";

/**
 * A rule that forbids shapes of code and says what to write instead.
 * @param {Readonly<Record<string, string>>} shapes Messages by selector.
 */
const forbidden = (shapes) => ({
  create: (/** @type {Context} */ { report }) => Object.fromEntries(Object.entries(shapes).map(([selector, message]) => [selector, (/** @type {unknown} */ node) => report({ node, message })])),
});

/** Rules of this house, which no linter brings. */
export default {
  meta: { name: "house" },
  rules: {
    /** The name of every file in kebab-case: what it holds, findable by typing it. */
    "kebab-case": {
      create: (/** @type {Context} */ { filename, report }) => ({
        Program: (/** @type {unknown} */ node) => {
          const name = filename.split(/[\\/]/).at(-1) ?? "";
          if (!/^\.?[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) report({ node, message: `Name this file in kebab-case: ${name}.` });
        },
      }),
    },
    "no-style-attribute": forbidden({ "JSXAttribute[name.name='style']": "The policy forbids style attributes. Use a class, or geometry attributes of SVG." }),
    "no-markup-of-strings": forbidden({ "JSXAttribute[name.name='dangerouslySetInnerHTML']": "No string becomes markup. Build elements." }),
    "export-by-name": forbidden({ ExportDefaultDeclaration: "Export by name, so that a thing has the same name everywhere." }),
    "list-in-words": forbidden({ "CallExpression[callee.property.name='join'][arguments.0.value=' and ']": "Three names would read “a and b and c”. Write lists with `listed` of engine/values/sentence.ts." }),
    synchronous: forbidden({ ":function[async=true]": ASYNC, AwaitExpression: ASYNC, "Identifier[name='Promise']": ASYNC }),
  },
};
