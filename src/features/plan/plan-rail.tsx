import { usedSources, type Plan } from "../../engine/index.ts";
import { useHashLocation } from "../../lib/hash-location.ts";
import { useSession } from "../../lib/session/index.ts";
import { partLink, PLAN_PARTS, type PlanPartId } from "../../plan-ui/links.ts";
import { RailLink, RailList } from "../../plan-ui/rail-link.tsx";
import { ReviewLink } from "../../plan-ui/review-link.tsx";

const COUNTS: Readonly<Record<PlanPartId, ((plan: Plan) => number) | undefined>> = {
  summary: undefined,
  decisions: (plan) => plan.decisions.length,
  diagram: (plan) => plan.topology.connections.length,
  addresses: (plan) => plan.addresses.ranges.length,
  dns: (plan) => plan.dns.records.length,
  certificates: (plan) => plan.certificates.requests.length,
  firewall: (plan) => plan.firewall.flows.length,
  sizing: (plan) => plan.sizing.clusters.length,
  storage: (plan) => plan.storage.classes.length,
  identity: (plan) => plan.identity.redirectUris.length,
  monitoring: (plan) => plan.monitoring.components.length,
  accounts: (plan) => plan.accounts.length + plan.access.length,
  configuration: (plan) => plan.settings.length,
  checklist: (plan) => plan.checklist.length,
  runbook: (plan) => plan.runbook.filter(({ waiting }) => waiting === undefined).length,
  sources: (plan) => usedSources(plan).length,
};

const WORDS: Readonly<Partial<Record<PlanPartId, string>>> = { decisions: "decisions", diagram: "connections", addresses: "ranges", sizing: "clusters", storage: "classes", configuration: "fields" };

/** The parts of the plan with how much each holds. */
export function PlanRail() {
  const { plan, planKey } = useSession();
  const [location] = useHashLocation();
  const [, , , half, here] = location.split("/");
  return (
    <>
      <RailList label="Parts of the plan">
        {PLAN_PARTS.map(([id, title]) => {
          const number = COUNTS[id]?.(plan);
          return (
            <RailLink
              key={id}
              href={partLink(planKey, id)}
              current={half === "plan" && here === id ? "page" : undefined}
              figure={number === undefined ? undefined : { shown: String(number), said: `${number} ${WORDS[id] ?? "rows"}` }}
            >
              {title}
            </RailLink>
          );
        })}
      </RailList>
      <RailList label="Review">
        <ReviewLink />
      </RailList>
    </>
  );
}
