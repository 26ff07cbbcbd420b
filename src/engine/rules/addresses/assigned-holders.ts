import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Question } from "../../answers/question.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { parseRange, type Range } from "../../values/range.ts";
import { apiAddress, apiServerAddresses, controlPlaneAddresses, entryAddress, formerEntryAddress, nodeportProxyAddress, staticWorkerAddresses, userClusterAddresses } from "./assignments.ts";
import { secondAddresses } from "./second-family.ts";

/** Somebody who has an address of a place, or hands out many. */
export interface Holder {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly range: Range;
  readonly path: AnswerPath;
  /** Given by this plan or to its machines, had by a server of the site or by what stands in front of machines, in use there by the answers, or a range that is handed out piece by piece. */
  readonly as: "assigned" | "used" | "router" | "server" | "front" | "leases" | "pool" | "workloads";
  /** Set where what hands out the range is told which routers it leaves out. */
  readonly leavesRoutersOut?: true;
  /** Set where machines of the platform may be what is in use. */
  readonly ofPlatform?: true;
  /** A server that a router may be itself. */
  readonly onRouter?: true;
  /** Block that the address was taken from, or may have been. */
  readonly pool?: string;
}

const ONE: readonly Rule<AddressAssignment>[] = [entryAddress, formerEntryAddress, nodeportProxyAddress, userClusterAddresses, apiServerAddresses, apiAddress];
const MANY: readonly Rule<readonly AddressAssignment[]>[] = [controlPlaneAddresses, staticWorkerAddresses, secondAddresses];

const MACHINES: Partial<Record<AddressAssignment["purpose"], Question<unknown>>> = {
  "control-plane": infrastructure.cluster.controlPlaneAddresses,
  "worker": infrastructure.cluster.workerAddresses,
  "kubernetes-api": loadBalancer.cluster.apiAddress,
};

/** Addresses of a cluster. A front on nodes has the address of a node, so it is no holder of its own. */
export function assignedHolders(read: Reader, cluster: string): readonly Holder[] {
  const rows = [
    ...ONE.map((one) => read.outcome(one, cluster)).flatMap((outcome) => (outcome.kind === "known" ? [outcome.value] : [])),
    ...MANY.map((many) => read.outcome(many, cluster)).flatMap((outcome) => (outcome.kind === "known" ? outcome.value : [])),
  ];
  return rows.flatMap(({ id, title, purpose, pool, address }) => {
    const question = id.includes("-v6[") ? fronts.cluster.pool6 : MACHINES[purpose] ?? (pool === undefined ? undefined : loadBalancer.cluster.pool);
    if (address.kind !== "known" || question === undefined) return [];
    return address.value.split(", ").flatMap((text) => {
      const range = parseRange(text);
      return range ? [{ id, title, text, range, path: read.path(question, cluster), as: "assigned" as const, ...(pool === undefined ? {} : { pool }) }] : [];
    });
  });
}
