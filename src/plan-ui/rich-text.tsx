import { Fragment, type ReactNode } from "react";

/** A name that may be long: it wraps after dots, slashes and hyphens, and is never cut. */
export function LongName({ text }: { readonly text: string }) {
  return text.split(/(?<=[./@:])/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** What a machine reads, in a sentence: text between backticks, addresses, blocks, ranges, and DNS names. */
const MACHINE = /`([^`]+)`|((?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}|[-–](?:\d{1,3}\.){3}\d{1,3})?|(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?![\w.]*\()/g;

/** A sentence with names and addresses in mono. Nothing else in it means anything. */
export function RichText({ text }: { readonly text: string }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(MACHINE)) {
    parts.push(text.slice(from, match.index));
    parts.push(
      <code key={match.index}>
        <LongName text={match[1] ?? match[2] ?? ""} />
      </code>,
    );
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}
