/** A value of a Terraform variable. */
export type HclValue = string | number | boolean | readonly string[];

/**
 * A value as Terraform's language writes it, whatever it holds: quotes and backslashes are escaped, and nothing in it opens a template.
 * @example hclValue('${path.module}') // "$${path.module}"
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function hclValue(value: HclValue): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? quoted(value) : `[${value.map(quoted).join(", ")}]`;
}

// JSON escapes quotes, backslashes and control characters as Terraform's language does.
const quoted = (text: string): string => JSON.stringify(text).replaceAll(/([$%])\{/gu, "$1$1{");
