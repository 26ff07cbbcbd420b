import { useTheme } from "../../lib/theme.ts";
import { CopyButton } from "../../plan-ui/copy-button.tsx";
import { classes } from "../../ui/classes.ts";
import styles from "./mermaid-view.module.css";
import { useFrame } from "./use-frame.ts";

interface MermaidViewProps {
  /** Mermaid source, as the Markdown holds it. */
  readonly source: string;
}

/**
 * What the Markdown's diagram looks like where Mermaid draws it: GitHub, GitLab, many wikis. Mermaid needs inline styles,
 * which this app's policy forbids, so it draws in a sandboxed frame with a policy of its own. Mount it when it is opened.
 */
export function MermaidView({ source }: MermaidViewProps) {
  const { frame, state } = useFrame(source, useTheme() === "dark");
  return (
    <section className={styles.view} aria-label="The Markdown's diagram as Mermaid draws it">
      <header className={styles.head}>
        <p className={styles.note}>Drawn by Mermaid from the source in the Markdown. Other tools may use other fonts and colours.</p>
        <CopyButton text={source} what="Mermaid source" label="Copy source" />
      </header>
      {state.kind === "loading" && <p role="status">Loading Mermaid</p>}
      {state.kind === "failed" && (
        <p role="alert" className={styles.failed}>
          Mermaid could not draw this. {state.reason} The source can still be copied.
        </p>
      )}
      <iframe
        ref={frame}
        className={classes(styles.frame, state.kind !== "drawn" && styles.hidden)}
        title="Mermaid's picture of the network overview"
        src="./mermaid-frame.html"
        sandbox="allow-scripts"
        referrerPolicy="no-referrer"
        height={state.kind === "drawn" ? state.height : 1}
      />
    </section>
  );
}
