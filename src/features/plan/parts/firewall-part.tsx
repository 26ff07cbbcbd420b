import { eventOf, rowNumber, subjectName, type Flow } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { LongName } from "../../../plan-ui/rich-text.tsx";
import { count, dashed } from "../../../plan-ui/words.ts";
import { EndpointText, endpointAsText } from "../endpoint-text.tsx";
import { NothingInPart } from "../nothing-in-part.tsx";
import { PartHead } from "../part-head.tsx";
import { PlanTable } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

const LIFETIME: Readonly<Record<"installation" | "upgrade", Readonly<Record<Flow["lifetime"], string>>>> = {
  installation: { installation: "Installation", operation: "Always", "installation and operation": "Installation and always" },
  upgrade: { installation: "Upgrade", operation: "Always", "installation and operation": "Upgrade and always" },
};

/** The server of a host, and the path to which a filter may narrow it down, before what it is for. */
const serverOf = (host: string): string => host.replace(/\/.*/, "");
const pathOf = (host: string): string => (host.includes("/") ? `${host.slice(serverOf(host).length + 1)}: ` : "");

/** Rows for the firewall team, traffic inside clusters, and hosts outside. */
export function FirewallPart() {
  const { plan } = useSession();
  const { flows, inside, external } = plan.firewall;
  const clusterName = (id: string) => subjectName(plan.project.names, "cluster", id);
  const connections = new Set(flows.map(({ connection }) => connection)).size;
  return (
    <>
      <PartHead title="Firewall">
        {flows.length === 0 ? <NothingInPart part="firewall" /> : `${count(flows.length, "row")} over ${count(connections, "connection")}. Each conversation is opened by its source; numbers are those of the diagram.`}
      </PartHead>
      <PlanTable
        title="Rows"
        note="Rules P1 to P9 are those of KKP's own port table; the others are named by this plan, because that table leaves them out."
        rows={flows}
        name={(row) => row.reason}
        value={(row) => `${row.protocol} ${dashed(row.ports)}`.trim()}
        columns={[
          { key: "number", title: "No.", text: rowNumber },
          { key: "source", title: "From", text: (row) => endpointAsText(plan, row.source, row), cell: (row) => <EndpointText id={row.source} row={row} /> },
          { key: "destination", title: "To", text: (row) => endpointAsText(plan, row.destination, row), cell: (row) => <EndpointText id={row.destination} row={row} /> },
          { key: "protocol", title: "Protocol", text: ({ protocol }) => protocol },
          { key: "ports", title: "Ports", text: ({ ports }) => ports, cell: ({ ports }) => (ports === "" ? "–" : <Ports text={dashed(ports)} />) },
          { key: "reason", title: "For", text: ({ reason }) => reason, rowHead: true },
          { key: "lifetime", title: "Open", text: ({ lifetime }) => LIFETIME[eventOf(plan)][lifetime] },
          { key: "refs", title: "Rule", text: ({ refs }) => refs.join(", ") },
        ]}
      />
      <PlanTable
        title="Inside a cluster"
        note="Never leaves its cluster; no row for the firewall team, but host firewalls must let it pass."
        rows={inside}
        columns={[
          { key: "cluster", title: "Cluster", text: ({ cluster }) => clusterName(cluster) },
          { key: "source", title: "From", text: ({ source }) => source },
          { key: "destination", title: "To", text: ({ destination }) => destination },
          { key: "ports", title: "Ports", text: ({ protocol, ports }) => `${protocol} ${dashed(ports)}`, cell: ({ protocol, ports }) => <Ports text={`${protocol} ${dashed(ports)}`} /> },
          { key: "component", title: "Component", text: ({ component }) => component },
        ]}
      />
      <PlanTable
        title="Hosts outside"
        note="What a proxy or firewall must let pass, by source."
        rows={external}
        columns={[
          { key: "host", title: "Host", text: ({ host }) => serverOf(host), cell: ({ host }) => <code><LongName text={serverOf(host)} /></code> },
          { key: "ports", title: "Ports", text: ({ ports }) => dashed(ports), cell: ({ ports }) => <Ports text={dashed(ports)} /> },
          { key: "source", title: "From", text: ({ source }) => endpointAsText(plan, source), cell: ({ source }) => <EndpointText id={source} brief /> },
          { key: "purpose", title: "For", text: ({ host, purpose }) => `${pathOf(host)}${purpose}` },
        ]}
      />
      <SettingsTable topic="internet" />
    </>
  );
}

/** Ports of a row; a run of them stays on one line, and words are set as words. */
function Ports({ text }: { readonly text: string }) {
  return !/\d/.test(text) ? text : (
    <code>
      <LongName text={text} />
    </code>
  );
}
