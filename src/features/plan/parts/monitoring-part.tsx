import { subjectName } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { LongName, RichText } from "../../../plan-ui/rich-text.tsx";
import { count, figure } from "../../../plan-ui/words.ts";
import { PartHead } from "../part-head.tsx";
import { PlanTable } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

const STACK = { "master-and-seed": "Master and Seeds", "user-cluster": "User clusters" } as const;

/** What is measured, where it runs and who may look at it. */
export function MonitoringPart() {
  const { plan } = useSession();
  const { components, loads, alerts } = plan.monitoring;
  const clusterName = (id: string) => subjectName(plan.project.names, "cluster", id);
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
          { key: "cluster", title: "Cluster", text: ({ cluster }) => clusterName(cluster) },
          { key: "stack", title: "Watches", text: ({ stack }) => STACK[stack] },
          { key: "host", title: "Name", text: ({ host }) => host ?? "–", cell: ({ host }) => (host === undefined ? "–" : <code><LongName text={host} /></code>) },
          { key: "detail", title: "Detail", text: ({ detail }) => detail, cell: ({ detail }) => <RichText text={detail} /> },
        ]}
      />
      <PlanTable
        title="Load of user clusters"
        rows={loads}
        name={({ cluster }) => `Load, ${clusterName(cluster)}`}
        columns={[
          { key: "cluster", title: "Seed", text: ({ cluster }) => clusterName(cluster) },
          { key: "series", title: "Series", text: ({ series }) => figure(series), align: "right" },
          { key: "samples", title: "Samples a second", text: ({ samples }) => figure(samples), align: "right" },
          { key: "storage", title: "GiB of objects", text: ({ storage }) => figure(storage), align: "right" },
          { key: "arithmetic", title: "Arithmetic", text: ({ arithmetic }) => arithmetic.join(" ") },
        ]}
      />
      <PlanTable
        title="When to scale a control plane"
        rows={alerts}
        columns={[
          { key: "title", title: "Sign", text: ({ title }) => title },
          { key: "when", title: "When", text: ({ when }) => when },
          { key: "change", title: "What to change", text: ({ change }) => change },
          { key: "installed", title: "Seen by", text: ({ installed }) => (installed ? "Installed rule" : "A panel or a rule of your own") },
        ]}
      />
      <SettingsTable topic="monitoring" />
    </>
  );
}
