import { useEffect, useRef } from "react";
import type { Notice } from "../../engine/index.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Sign } from "../../ui/signs.tsx";
import styles from "./file-report.module.css";
import type { PlanOpener } from "./use-open-plan.ts";

/** What became of a file: refused and why, or what of it would not be taken over, and what does not count. Takes the focus when it appears. */
export function FileReport({ opener: { read, failed, opening, confirm, dismiss } }: { readonly opener: PlanOpener }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (read ?? failed) heading.current?.focus();
  }, [read, failed]);
  if (!read && failed === undefined) return null;
  const [lost, unasked] = (["dropped", "unasked"] as const).map((of) => (read?.kind === "plan" ? read.notices.filter(({ kind }) => kind === of).length : 0)) as [number, number];
  return (
    <section className={styles.report} aria-labelledby="file-report">
      <Sign name={read?.kind === "plan" ? "warning" : "blocker"} />
      <div className={styles.words}>
        {read?.kind === "plan" ? (
          <>
            <h2 id="file-report" ref={heading} tabIndex={-1}>
              {lost === 0 ? `${read.fileName} is from an older release` : `${lost === 1 ? "One part" : `${lost} parts`} of ${read.fileName} cannot be taken over`}
            </h2>
            <NoticeList notices={read.notices.filter(({ kind }) => kind !== "unasked")} />
            {unasked > 0 && <p>{unasked === 1 ? "One more answer opens, but does" : `${unasked} more answers open, but do`} not count as long as nobody asks for {unasked === 1 ? "it" : "them"}:</p>}
            <NoticeList notices={read.notices.filter(({ kind }) => kind === "unasked")} />
            <p>The rest opens. The file is kept with the plan as it is, and can be saved again from there.</p>
            <div className={styles.actions}>
              <Button kind="primary" onClick={confirm} aria-disabled={opening !== undefined}>
                Open the rest as a plan
              </Button>
              <Button onClick={dismiss}>Leave it closed</Button>
            </div>
          </>
        ) : (
          <>
            <h2 id="file-report" ref={heading} tabIndex={-1}>
              {read ? `${read.fileName} was not opened` : "The plan was not opened"}
            </h2>
            <p>
              <RichText text={read?.reason ?? failed ?? ""} />
            </p>
            {read && <Button onClick={dismiss}>Close this note</Button>}
          </>
        )}
      </div>
    </section>
  );
}

function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <ul className={styles.list}>
      {notices.map(({ path, text, kind }, at) => (
        <li key={at}>
          <code>{path}</code>
          <span>
            {kind === "upgraded" && "Upgraded: "}
            <RichText text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}
