import { useSession } from "../../../lib/session/index.ts";
import { LongName, RichText } from "../../../plan-ui/rich-text.tsx";
import { count } from "../../../plan-ui/words.ts";
import { PartHead } from "../part-head.tsx";
import { PlanTable } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

const STACK = { "master-and-seed": "Master and Seeds", "user-cluster": "User clusters" } as const;

/** What is measured, where it runs and who may look at it. */
export function MonitoringPart() {
  const { plan } = useSession();
  const { components } = plan.monitoring;
  const exposed = components.filter(({ host }) => host !== undefined).length;
  return (
    <>
      <PartHead title="Monitoring">
        {components.length === 0 ? "Nothing is monitored by this plan so far." : `${count(components.length, "component")}, ${exposed} behind the identity-aware proxy.`}
      </PartHead>
      <PlanTable
        title="Components"
        rows={components}
        columns={[
          { key: "title", title: "Component", text: ({ title }) => title },
          { key: "cluster", title: "Cluster", text: ({ cluster }) => plan.project.names[cluster] ?? cluster },
          { key: "stack", title: "Watches", text: ({ stack }) => STACK[stack] },
          { key: "host", title: "Name", text: ({ host }) => host ?? "–", cell: ({ host }) => (host === undefined ? "–" : <code><LongName text={host} /></code>) },
          { key: "detail", title: "Detail", text: ({ detail }) => detail, cell: ({ detail }) => <RichText text={detail} /> },
        ]}
      />
      <SettingsTable topic="monitoring" />
    </>
  );
}
