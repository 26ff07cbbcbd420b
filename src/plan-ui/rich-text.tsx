import { Fragment } from "react";

/** A name that may be long: it wraps after dots, slashes and hyphens, and is never cut. */
export function LongName({ text }: { readonly text: string }) {
  return text.split(/(?<=[./@:])/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** A sentence in which names and addresses stand between backticks. Nothing else in it means anything. */
export function RichText({ text }: { readonly text: string }) {
  return text.split("`").map((part, at) =>
    at % 2 === 1 ? (
      <code key={at}>
        <LongName text={part} />
      </code>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
