import { Fragment, type ReactNode } from "react";
import styles from "./rich-text.module.css";

/** Longest name, in characters, that stays on one line. */
const ONE_LINE = 28;

/** A name or address. Short ones are never broken inside; long ones wrap after dots and slashes and are never cut. */
export function LongName({ text }: { readonly text: string }) {
  if (text.length <= ONE_LINE) return <span className={styles.whole}>{text}</span>;
  return text.split(/(?<=[./@:])/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

const IP = String.raw`(?:\d{1,3}\.){3}\d{1,3}`;
const ADDRESS = String.raw`${IP}(?:\/\d{1,2}|[-–]${IP})?`;
const NAME = String.raw`(?:https?:\/\/|(?:[\w-]+\/)+)?(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/:][\w./:-]*\w)?`;

/** What a machine reads, in a sentence: text between backticks, addresses, blocks, ranges, names and their addresses. */
const MACHINE = new RegExp(`\`([^\`]+)\`|(${ADDRESS}|${NAME})`, "g");

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
