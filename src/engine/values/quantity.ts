/** Units that Kubernetes reads behind a number: thousandths of a core, and powers of 1,024. */
type Unit = "m" | "Mi" | "Gi";

/** A quantity as Kubernetes parses it, whole and without separators: `22134Gi`. A fraction is rounded up, so that nothing gets less than was counted. */
export function quantity(value: number, unit: Unit): string {
  return `${Math.ceil(value).toFixed(0)}${unit}`;
}
