import { dequal } from "dequal";

/**
 * Makes rows out of rows, and gives the same object for as long as row and addition stay the same. Rules that number or
 * date thousands of rows make them anew on every edit; as the same objects they need no comparison further on.
 * @param make Pure: what it gives follows from the row and the addition alone.
 */
export function sameRows<Row extends object, Addition, Made extends object>(make: (row: Row, addition: Addition) => Made): (row: Row, addition: Addition) => Made {
  const kept = new WeakMap<Row, { readonly addition: Addition; readonly made: Made }>();
  return (row, addition) => {
    const before = kept.get(row);
    if (before && dequal(before.addition, addition)) return before.made;
    const made = make(row, addition);
    kept.set(row, { addition, made });
    return made;
  };
}
