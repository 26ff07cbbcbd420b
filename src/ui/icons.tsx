import type { ReactNode } from "react";
import styles from "./signs.module.css";

export type IconName =
  | "undo" | "redo" | "sun" | "moon" | "download" | "file" | "down" | "right" | "left" | "plus" | "close" | "menu" | "lock" | "more" | "copy" | "bin" | "up";

const DRAWINGS: Readonly<Record<IconName, ReactNode>> = {
  undo: <path d="M5.5 2.5 2.5 5.5l3 3M2.5 5.5h7a4 4 0 0 1 0 8h-3" />,
  redo: <path d="m10.5 2.5 3 3-3 3m3-3h-7a4 4 0 0 0 0 8h3" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3" />
    </>
  ),
  moon: <path d="M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z" strokeLinejoin="round" />,
  download: <path d="M8 2v8m-3.5-3.5L8 10l3.5-3.5M2.5 13.5h11" />,
  file: <path d="M9 1.8H4.3a.8.8 0 0 0-.8.8v10.8c0 .4.4.8.8.8h7.4a.8.8 0 0 0 .8-.8V5.3zm0 0v3.5h3.5" strokeLinejoin="round" />,
  down: <path d="m4 6 4 4 4-4" />,
  up: <path d="m4 10 4-4 4 4" />,
  right: <path d="M3 8h10M9 4l4 4-4 4" />,
  left: <path d="M13 8H3m4-4L3 8l4 4" />,
  plus: <path d="M8 3v10M3 8h10" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  lock: <path d="M3.5 7.5h9v6h-9zm2 0V5a2.5 2.5 0 0 1 5 0v2.5" strokeLinejoin="round" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeLinecap="round" strokeWidth="2.2" />,
  copy: <path d="M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1" strokeLinejoin="round" />,
  bin: <path d="M2.5 4.5h11m-9.5 0 .6 9h6.8l.6-9M6 4.5v-2h4v2" strokeLinejoin="round" />,
};

/** A small drawing on a control; decorative, the control has a name of its own. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.sign} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
