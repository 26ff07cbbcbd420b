import { useState, type ReactNode } from "react";
import { download, fileStem } from "../../lib/download.ts";
import { useSession } from "../../lib/session/index.ts";
import { loadSvgWriter } from "../../renderers/registry.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { layoutOverview } from "../../diagram/index.ts";
import { ConnectionList } from "./connection-list.tsx";
import styles from "./diagram.module.css";
import { FlowsOfSelection } from "./flows-of-selection.tsx";
import { Legend } from "./legend.tsx";
import { NetworkDiagram } from "./network-diagram.tsx";

const TITLE = "Network overview";

/**
 * The drawing of the plan with its connections in words, and the firewall rows of what is chosen.
 *
 * @param children What stands below, for example the same as Mermaid draws it.
 */
export function DiagramPage({ children }: { readonly children?: ReactNode }) {
  const { plan } = useSession();
  const { topology, project } = plan;
  const [selected, setSelected] = useState<string | undefined>(undefined);
  const save = async () => {
    const { drawingToSvg } = await loadSvgWriter();
    const name = project.title.kind === "known" ? project.title.value : "plan";
    download(`${fileStem(name)}-network-overview.svg`, "image/svg+xml", drawingToSvg(layoutOverview(topology), TITLE));
  };
  if (topology.boxes.length === 0) {
    return (
      <article className={styles.page}>
        <h1 tabIndex={-1}>{TITLE}</h1>
        <p className={styles.lead}>Nothing to draw yet. Name a place and a cluster; addresses, machines and lines follow.</p>
      </article>
    );
  }
  return (
    <article className={styles.page}>
      <header>
        <h1 tabIndex={-1}>{TITLE}</h1>
        <p className={styles.lead}>Every line is a set of firewall rows. Choose a line, a number or a box to read them.</p>
      </header>
      <div className={styles.columns}>
        <div className={styles.drawn}>
          <NetworkDiagram topology={topology} selected={selected} onSelect={setSelected} />
          <Legend>
            <Button size="small" onClick={() => void save()}>
              <Icon name="download" /> Save as SVG
            </Button>
          </Legend>
          <section aria-label="Firewall rows" aria-live="polite">
            <FlowsOfSelection selected={selected} />
          </section>
        </div>
        <section aria-label="Connections">
          <h2>Connections</h2>
          <ConnectionList topology={topology} selected={selected} onSelect={setSelected} />
        </section>
      </div>
      {children}
    </article>
  );
}
