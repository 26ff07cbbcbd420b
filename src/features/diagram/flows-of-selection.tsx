import { rowNumber, type Flow, type Plan } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { WhyButton } from "../../plan-ui/why-button.tsx";
import { dashed } from "../../plan-ui/words.ts";
import { Table } from "../../ui/table.tsx";
import styles from "./diagram.module.css";

const nameOf = ({ firewall }: Plan, id: string): string => firewall.endpoints.find((endpoint) => endpoint.id === id)?.title ?? id;

/** The firewall rows of the chosen line, or of all lines of the chosen box. */
export function FlowsOfSelection({ selected }: { readonly selected: string | undefined }) {
  const { plan } = useSession();
  const flows = flowsOf(plan, selected);
  if (flows.length === 0) return <p className={styles.nothing}>{selected === undefined ? "Choose a line, a number or a box to read its firewall rows." : "No firewall row belongs to this box."}</p>;
  return (
    <div className={styles.flows}>
      <Table
        caption="Firewall rows of the choice"
        rows={flows}
        rowKey={({ id }) => `diagram-${id}`}
        columns={[
          { key: "number", title: "No.", cell: rowNumber },
          { key: "source", title: "From", cell: ({ source }) => nameOf(plan, source) },
          { key: "destination", title: "To", cell: ({ destination }) => nameOf(plan, destination) },
          { key: "ports", title: "Ports", cell: ({ protocol, ports }) => <code>{`${protocol} ${dashed(ports)}`.trim()}</code> },
          { key: "reason", title: "For", cell: ({ reason }) => reason },
          { key: "why", title: "", cell: (flow) => <WhyButton of={flow} title={flow.reason} value={`${flow.protocol} ${dashed(flow.ports)}`.trim()} />, align: "right" },
        ]}
      />
    </div>
  );
}

function flowsOf({ topology, firewall }: Plan, selected: string | undefined): readonly Flow[] {
  if (selected === undefined) return [];
  const chosen = topology.connections.filter(({ id, source, destination }) => [id, source, destination].includes(selected));
  const ids = new Set(chosen.flatMap(({ flows }) => flows));
  return firewall.flows.filter(({ id }) => ids.has(id));
}
