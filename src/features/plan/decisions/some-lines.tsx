import { useState } from "react";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { Button } from "../../../ui/button.tsx";
import styles from "./decisions.module.css";

/** Lines shown at once. */
const FIRST = 4;

/** A list in a cell, the first lines of it until all are wanted. */
export function SomeLines({ items }: { readonly items: readonly string[] }) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return "–";
  const hidden = all || items.length <= FIRST + 1 ? 0 : items.length - FIRST;
  return (
    <>
      <ul className={styles.items}>
        {items.slice(0, items.length - hidden).map((item, at) => (
          <li key={`${at} ${item}`}>
            <RichText text={item} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="link" onClick={() => setAll(true)}>
          and {hidden} more
        </Button>
      )}
    </>
  );
}
