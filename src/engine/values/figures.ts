/** A number as it stands in a sentence: `2,768`; at most one decimal. Locale functions would differ between machines. */
export function formatFigure(value: number): string {
  if (value >= 0 && value < 1000 && Number.isInteger(value)) return String(value);
  const [whole = "0", tenth] = String(Math.round(Math.abs(value) * 10) / 10).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "−" : ""}${grouped}${tenth === undefined ? "" : `.${tenth}`}`;
}

/** A count with its noun: `1 user cluster`, `12 user clusters`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatFigure(count)} ${count === 1 ? one : many}`;
}

/** Every one of two or more: `both names`, `all 12 names`. */
export function formatAll(count: number, many: string): string {
  return count === 2 ? `both ${many}` : `all ${formatFigure(count)} ${many}`;
}
