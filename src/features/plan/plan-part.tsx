import { useEffect, type ReactNode } from "react";
import { PLAN_PARTS, type PlanPartId } from "../../plan-ui/links.ts";
import { ItemContext } from "./item-context.ts";
import { AccountsPart } from "./parts/accounts-part.tsx";
import { AddressesPart } from "./parts/addresses-part.tsx";
import { CertificatesPart } from "./parts/certificates-part.tsx";
import { ChecklistPart } from "./parts/checklist-part.tsx";
import { ConfigurationPart } from "./parts/configuration-part.tsx";
import { DecisionsPart } from "./decisions/decisions-part.tsx";
import { DnsPart } from "./parts/dns-part.tsx";
import { FirewallPart } from "./parts/firewall-part.tsx";
import { IdentityPart } from "./parts/identity-part.tsx";
import { MonitoringPart } from "./parts/monitoring-part.tsx";
import { RunbookPart } from "./parts/runbook-part.tsx";
import { SizingPart } from "./parts/sizing-part.tsx";
import { SourcesPart } from "./parts/sources-part.tsx";
import { StoragePart } from "./parts/storage-part.tsx";
import { SummaryPart } from "./parts/summary-part.tsx";
import styles from "./plan-part.module.css";
import { WaitingLine } from "./waiting-line.tsx";

const PARTS: Readonly<Record<Exclude<PlanPartId, "diagram">, () => ReactNode>> = {
  summary: SummaryPart,
  decisions: DecisionsPart,
  addresses: AddressesPart,
  dns: DnsPart,
  certificates: CertificatesPart,
  firewall: FirewallPart,
  sizing: SizingPart,
  storage: StoragePart,
  identity: IdentityPart,
  monitoring: MonitoringPart,
  accounts: AccountsPart,
  configuration: ConfigurationPart,
  checklist: ChecklistPart,
  runbook: RunbookPart,
  sources: SourcesPart,
};

interface PlanPartProps {
  readonly part: string;
  /** Id of a row to bring into view and mark. */
  readonly item?: string | undefined;
  /** The drawing, for the part that shows it. */
  readonly diagram?: ReactNode;
}

/** One part of the derived plan. */
export function PlanPart({ part, item, diagram }: PlanPartProps) {
  useEffect(() => {
    if (item !== undefined) document.getElementById(item)?.scrollIntoView({ block: "center" });
  }, [part, item]);
  if (part === "diagram") return diagram;
  const id = PLAN_PARTS.find(([candidate]) => candidate === part)?.[0] ?? "summary";
  const Part = PARTS[id === "diagram" ? "summary" : id];
  return (
    <ItemContext value={item}>
      <article className={styles.part}>
        <Part />
        <WaitingLine part={id} />
      </article>
    </ItemContext>
  );
}
