/**
 * Who may import whom. Imports go one way: engine ← document, diagram ← renderers ← cli / features ← app. Outside a
 * layer, enter by its door: engine/index.ts, document/index.ts, diagram/index.ts,
 * renderers/registry.ts, a feature's index.ts. Inside a layer, import the
 * file itself, so that doors do not create cycles. Tests may look behind doors of the layers below them.
 */

const TEST = "[.]test[.]tsx?$|^src/engine/testing/";
const ENGINE = "engine/index[.]ts$";
const DOCUMENT = "document/index[.]ts$";
const DIAGRAM = "diagram/index[.]ts$";
const RENDERERS = "renderers/registry[.]ts$";

/** A layer may import itself and what is named here, nothing else of `src`. */
const only = (layer, comment, ...allowed) => ({
  name: `${layer}-boundary`,
  comment,
  severity: "error",
  from: { path: `^src/${layer}/`, pathNot: TEST },
  to: { path: "^src/", pathNot: [`^src/${layer}/`, ...allowed.map((to) => `^src/${to}`)] },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one thing, or share a third: move the shared part into a file of its own.",
      severity: "error",
      from: {},
      // Types are gone at run time, and a record may name the type of the thing that holds it.
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    only("engine", "The engine knows nothing of what is built on it. Pass in what you need."),
    only("document", "The document is written from the Plan. Read it through engine/index.ts; decide in a rule, not here.", ENGINE),
    only("diagram", "A drawing is made from the Plan. Read it through engine/index.ts; decide in a rule, not here.", ENGINE),
    only("renderers", "A renderer writes a Plan, Document or Drawing in one format. What it misses belongs into document/ or diagram/.", ENGINE, DOCUMENT, DIAGRAM),
    only("cli", "The command line reads, calls the engine and a renderer, and writes. Everything else belongs behind their doors.", ENGINE, RENDERERS),
    only("ui", "Parts in ui/ know no domain word. Pass texts and values in, or move the part to plan-ui/."),
    only("lib", "Adapters in lib/ bring engine and renderers into a browser; they know no screens. Move what draws to ui/ or plan-ui/.", ENGINE, RENDERERS, "renderers/pdf/fonts/[^/]+[.]ttf$"),
    only("plan-ui", "Shared parts of the features know the engine, ui/ and lib/. What one feature alone needs belongs into it.", ENGINE, "ui/", "lib/"),
    only("features", "A feature builds on doors: engine/index.ts, renderers/registry.ts, diagram/index.ts, plan-ui/, ui/, lib/.", ENGINE, RENDERERS, DIAGRAM, "plan-ui/", "ui/", "lib/"),
    only("app", "The app wires features together through their index.ts. Move what does more than that into a feature.", "features/[^/]+/index[.]tsx?$", RENDERERS, "plan-ui/", "ui/", "lib/", ENGINE),
    {
      name: "features-are-islands",
      comment: "Features do not know each other. Compose them in app/, or move the shared part to plan-ui/, ui/ or lib/.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/" },
    },
    {
      name: "engine-is-pure",
      comment: "The engine runs anywhere, on three small libraries. Pass in what you need, or move the code to cli/ or lib/.",
      severity: "error",
      from: { path: "^src/engine/", pathNot: TEST },
      to: { dependencyTypes: ["core", "npm", "npm-dev"], pathNot: "node_modules/(zod|ipaddr[.]js|@noble/hashes|dequal)/" },
    },
    {
      name: "only-cli-touches-node",
      comment: "Everything but the command line runs in a browser. Move the call to cli/, and hand its result in.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/cli/", TEST] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-development-tools-in-the-product",
      comment: "What the product imports is a dependency, not a development tool: move it in package.json.",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/(@fontsource-variable|@types)/" },
    },
    {
      name: "nothing-unresolved",
      comment: "This import leads nowhere. Write the extension out, and install what is missing with an exact version.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "[?]|^virtual:" },
    },
    {
      name: "no-orphans",
      comment: "Nothing imports this file and it imports nothing. Register it, or delete it.",
      severity: "error",
      from: { orphan: true, pathNot: ["[.]d[.]ts$", TEST] },
      to: {},
    },
    {
      name: "not-into-tests",
      comment: "The product does not depend on its tests. Move the shared part out of the test.",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { path: [`^tests/`, TEST] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
