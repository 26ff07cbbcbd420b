/** What keeps data from being the same after it was written as JSON and read again; undefined when nothing does. */
export function notPlain(data: unknown, at = ""): string | undefined {
  if (typeof data === "string" || typeof data === "boolean" || data === null) return undefined;
  if (typeof data === "number") return Number.isFinite(data) && !Object.is(data, -0) ? undefined : `${at} is ${Object.is(data, -0) ? "-0" : String(data)}`;
  if (typeof data !== "object") return `${at} is ${typeof data}`;
  if (!Array.isArray(data) && Object.getPrototypeOf(data) !== Object.prototype) return `${at} is no plain object`;
  for (const [key, value] of Object.entries(data)) {
    // JSON leaves out what is undefined in an object, and writes null into a list.
    const fault = value === undefined && !Array.isArray(data) ? undefined : notPlain(value, `${at}.${key}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Whether two data are written as the same JSON, told without writing what both share. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [keysOf(one), keysOf(other)];
  return left.length === right.length && left.every((key, at) => key === right[at] && sameJson(one[key as keyof typeof one], other[key as keyof typeof other]));
}

/** Whether two maps hold the same, as JSON, in the same order. */
export function sameMap(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  if (one.size !== other.size) return false;
  const rest = other.entries();
  for (const [key, value] of one) {
    const [otherKey, otherValue] = rest.next().value ?? [];
    if (key !== otherKey || !sameJson(value, otherValue)) return false;
  }
  return true;
}

/** The keys that JSON writes; filtered only where one is undefined, because data are compared by the million. */
function keysOf(data: object): readonly string[] {
  const isWritten = (key: string): boolean => (data as Readonly<Record<string, unknown>>)[key] !== undefined;
  const keys = Object.keys(data);
  return keys.every(isWritten) ? keys : keys.filter(isWritten);
}
