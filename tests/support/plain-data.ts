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
  const [left, right] = [entriesOf(one), entriesOf(other)];
  return left.length === right.length && left.every(([key, value], at) => key === right[at]?.[0] && sameJson(value, right[at][1]));
}

const entriesOf = (data: object): readonly (readonly [string, unknown])[] => Object.entries(data).filter(([, value]) => value !== undefined);
