import { Fragment, type ReactNode } from "react";
import styles from "./rich-text.module.css";
import { piecesOf, sentenceParts } from "./sentence-parts.ts";

/** A name or address. What is short, and every address, stays on one line; long names wrap after dots and slashes. */
export function LongName({ text }: { readonly text: string }) {
  return piecesOf(text).map(({ text: piece, whole }, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {whole ? <span className={styles.whole}>{piece}</span> : piece}
    </Fragment>
  ));
}

/** A sentence with names and addresses in mono. Nothing else in it means anything. */
export function RichText({ text }: { readonly text: string }) {
  return sentenceParts(text).map(
    ({ text: part, machine }, at): ReactNode =>
      machine ? (
        <code key={at}>
          <LongName text={part} />
        </code>
      ) : (
        part
      ),
  );
}
