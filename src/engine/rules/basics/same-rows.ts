import { dequal } from "dequal";

/**
 * Makes rows out of rows, and gives the same object for as long as row and additions stay the same. Rules that number or
 * date thousands of rows make them anew on every edit; as the same objects they need no comparison further on.
 * @param make Pure: what it gives follows from the row and the additions alone.
 */
export function sameRows<Row extends object, Additions extends readonly unknown[], Made extends object>(make: (row: Row, ...additions: Additions) => Made): (row: Row, ...additions: Additions) => Made {
  const kept = new WeakMap<Row, { readonly additions: Additions; readonly made: Made }>();
  return (row, ...additions) => {
    const before = kept.get(row);
    if (before?.additions.every((addition, at) => dequal(addition, additions[at]))) return before.made;
    const made = make(row, ...additions);
    kept.set(row, { additions, made });
    return made;
  };
}
