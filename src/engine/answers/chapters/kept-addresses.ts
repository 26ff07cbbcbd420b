import { releases } from "../../releases/registry.ts";
import { address, rangesOrNone } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { balancesApis, departs, isSeed, mayBalance, proxyIsOff } from "./exposure.ts";
import { infrastructure } from "./infrastructure.ts";
import { kindAt } from "./load-balancer.ts";
import { servesInterfaces } from "./monitoring.ts";
import { ownGateway, replacesAt } from "./platform-entry.ts";
import { project } from "./project.ts";

type KeptKey = "keepEntry" | "keepFormerEntry" | "keepNodeportProxy" | "keepUserClusters" | "keepApiServers";
type Matters = (look: Look, cluster: string) => boolean;

/** Whether Services of the platform run already, so that their addresses are there to be read. */
const isUpgrade = (look: Look): boolean =>
  releases.some(({ id, upgradesFrom }) => id === look(project.plan.release) && upgradesFrom !== undefined) && releases.some(({ id }) => id === look(project.plan.upgradeFrom));

/** Whether addresses of a cluster's block are asked for: what a running Service holds, wherever keeping by hand was chosen, and wherever one is kept already. */
const mayKeep = (look: Look, cluster: string, key: KeptKey, runs: Matters): boolean =>
  kindAt(look, cluster)?.addressesFrom === "pool" && (departs(look, "kept") || look<unknown>(keptAddresses.cluster[key], cluster) !== undefined || (isUpgrade(look) && runs(look, cluster)));

/** Whether a cluster has an entry for browsers, whatever serves it. */
const hasEntry: Matters = (look, cluster) => look(infrastructure.cluster.role, cluster) !== "seed" || servesInterfaces(look, cluster);
/** Whether the entry that runs stays through an upgrade, with an address of the block. */
const entryStays: Matters = (look, cluster) => hasEntry(look, cluster) && !replacesAt(look, cluster) && (look(infrastructure.cluster.role, cluster) === "seed" || !ownGateway(look));
const entryGoes: Matters = (look, cluster) => hasEntry(look, cluster) && replacesAt(look, cluster);
/** Whether an upgrade draws anything new from a block: the address of another entry, or pools of user clusters. */
const drawsNew: Matters = (look, cluster) => kindAt(look, cluster)?.runPools !== undefined || entryGoes(look, cluster);

/** One question of the kind "keep this address". */
const kept = (key: KeptKey, what: string, short: string, service: string, example: string, matters: Matters, runs: Matters) =>
  address({
    section: "Virtual addresses",
    label: `Which address does the ${what} keep?`,
    short,
    help: `On an upgrade, what ${service} shows today. Otherwise leave it out, and the plan gives the lowest free one.`,
    example,
    source: "kkp.setup-checklist",
    team: "network",
    asked: (look, id): boolean => mayKeep(look, id, key, runs) && matters(look, id),
  });

/** The same for addresses of which each user cluster has one. */
const keptRun = (key: KeptKey, label: string, short: string, service: string, matters: Matters) =>
  rangesOrNone({
    section: "Virtual addresses",
    label,
    short,
    help: `On an upgrade, what Services ${service} show in kubectl get services -A; none where there is none. Further ones come from the top of what is free.`,
    example: "10.20.30.4-10.20.30.14",
    source: "kkp.setup-checklist",
    team: "network",
    asked: (look, id): boolean => isSeed(look, id) && mayKeep(look, id, key, drawsNew) && matters(look, id),
  });

/** Virtual addresses that are fixed by hand, or held by Services that run. */
export const keptAddresses = chapter("loadBalancer", "Load balancer", "", {
  cluster: {
    keepEntry: kept("keepEntry", "platform entry", "Address kept by the entry", "its Service in kubectl get services -A", "10.20.30.1", () => true, entryStays),
    keepFormerEntry: kept("keepFormerEntry", "former entry", "Address kept by the former entry", "its Service in kubectl get services -A", "10.20.30.1", () => true, entryGoes),
    keepNodeportProxy: kept("keepNodeportProxy", "nodeport-proxy", "Address kept by the nodeport-proxy", "kubectl get service -n kubermatic nodeport-proxy", "10.20.30.2", isSeed, (look, id) => !proxyIsOff(look, id)),
    keepUserClusters: keptRun("keepUserClusters", "Which addresses do the user clusters keep?", "Addresses kept by user clusters", "front-loadbalancer", mayBalance),
    keepApiServers: keptRun("keepApiServers", "Which addresses do API servers with a load balancer each keep?", "Addresses kept by API servers", "apiserver-external", balancesApis),
  },
});
