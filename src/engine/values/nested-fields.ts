/** Maps in maps, and values as YAML writes them. */
interface Tree {
  readonly [key: string]: Tree | string;
}

/** A tree with one more field, whose dots lead from map to map. */
function withField(tree: Tree, [key = "", ...rest]: readonly string[], value: string): Tree {
  const there = tree[key];
  return { ...tree, [key]: rest.length === 0 ? value : withField(typeof there === "object" ? there : {}, rest, value) };
}

const linesOf = (tree: Tree, indent = ""): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [`${indent}${key}: ${value}`] : [`${indent}${key}:`, ...linesOf(value, `${indent}  `)]));

/** Fields as tables name them, with dots, and their values as the lines of one YAML document. */
export function nestedFields(fields: readonly { readonly field: string; readonly value: string }[]): readonly string[] {
  const tree = fields.reduce<Tree>((so, { field, value }) => withField(so, field.split("."), value), {});
  return fields.length === 0 ? ["{}"] : linesOf(tree);
}
