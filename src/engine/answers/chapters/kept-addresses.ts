import { address, ranges } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { balancesApis, departs, isSeed, mayBalance } from "./exposure.ts";
import { kindAt } from "./load-balancer.ts";

/** Whether addresses of a cluster's block may be kept by hand: wherever that was chosen, and wherever one is kept already. */
const mayKeep = (look: Look, cluster: string, key: KeptKey): boolean =>
  kindAt(look, cluster)?.addressesFrom === "pool" && (departs(look, "kept") || look<unknown>(keptAddresses.cluster[key], cluster) !== undefined);

type KeptKey = "keepEntry" | "keepFormerEntry" | "keepNodeportProxy" | "keepUserClusters" | "keepApiServers";

/** One question of the kind "keep this address". */
const kept = (key: KeptKey, what: string, short: string, matters: (look: Look, cluster: string) => boolean) =>
  address({
    section: "Virtual addresses",
    label: `Which address does the ${what} keep?`,
    short,
    help: "From the block of virtual addresses. Leave it out, and the plan gives the lowest free one.",
    example: "10.20.30.4",
    source: "kkp.setup-checklist",
    team: "network",
    asked: (look, id): boolean => mayKeep(look, id, key) && matters(look, id),
  });

/** The same for addresses of which each user cluster has one. */
const keptRun = (key: KeptKey, label: string, short: string, matters: (look: Look, cluster: string) => boolean) =>
  ranges({
    section: "Virtual addresses",
    label,
    short,
    help: "From the block of virtual addresses. Further ones come from the top of what is free; without an answer all of them do.",
    example: "10.20.30.3-10.20.30.14",
    source: "kkp.setup-checklist",
    team: "network",
    asked: (look, id): boolean => isSeed(look, id) && mayKeep(look, id, key) && matters(look, id),
  });

/** Virtual addresses that are fixed by hand. */
export const keptAddresses = chapter("loadBalancer", "Load balancer", "", {
  cluster: {
    keepEntry: kept("keepEntry", "platform entry", "Address kept by the entry", () => true),
    keepFormerEntry: kept("keepFormerEntry", "former entry", "Address kept by the former entry", () => true),
    keepNodeportProxy: kept("keepNodeportProxy", "nodeport-proxy", "Address kept by the nodeport-proxy", isSeed),
    keepUserClusters: keptRun("keepUserClusters", "Which addresses do the user clusters keep?", "Addresses kept by user clusters", mayBalance),
    keepApiServers: keptRun("keepApiServers", "Which addresses do API servers with a load balancer each keep?", "Addresses kept by API servers", balancesApis),
  },
});
