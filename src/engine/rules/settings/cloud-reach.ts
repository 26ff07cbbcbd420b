import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { entryIn, nameOfCluster } from "../basics/platform.ts";
import { PROXY_ANNOTATIONS } from "./annotations.ts";
import { annotated, COPIED } from "./cloud-annotations.ts";
import { seedObject, setting } from "./setting.ts";
import { balancerOf } from "../basics/balancer.ts";

/** The infrastructure that makes load balancers for Services of a platform cluster; not applicable where something else does. */
function balancingProvider(read: Reader, cluster: string): Provider {
  if (balancerOf(read, cluster).addressesFrom !== "provider") return read.notApplicable("The infrastructure gives Services no load balancer here.");
  return providerOf(read.answer(infrastructure.cluster.provider, cluster));
}

/** Annotations by which load balancers of a cloud get the reach that was chosen. */
export const cloudReachAnnotations = rule<readonly Setting[]>({
  id: "settings.balancers-reach",
  title: "Annotations that choose public or private load balancers",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    const { title, balancerReach: reach } = balancingProvider(read, cluster);
    if (!reach) return read.notApplicable(`Services on ${title} have no choice here.`);
    read.cite(...reach.sources);
    const internal = read.answer(balancerReach.cluster.cloudReach, cluster) === "internal";
    const asks = internal ? reach.internal : read.answer(infrastructure.cluster.provisioning, cluster) === "managed" ? reach.publicWhereManaged : undefined;
    if (!asks) return read.notApplicable(`${title} makes public load balancers unasked.`);
    const why = internal
      ? `Without it ${title} would give the Service a public address`
      : `Where ${reach.publicWhereManaged?.controller ?? ""} is installed it would make a private load balancer without it; the controller that ${title} brings along passes over it`;
    const { entry, proxy, ownEach } = annotated(read, cluster);
    const afar = internal ? reach.internalFromAfar : undefined;
    const row = (id: "entry" | "proxy", object: string, field: string, after: string): readonly Setting[] => [
      setting(read, { topic: "balancers", object, id: `balancers.reach-${id}[${cluster}]`, field: `${field}: ${asks.annotation}`, value: known(asks.value), why: `${why}.${after}` }),
      ...(afar === undefined ? [] : [setting(read, { topic: "balancers", object, id: `balancers.reach-afar-${id}[${cluster}]`, field: `${field}: ${afar.annotation}`, value: known(afar.value), why: `${afar.why}.${after}` })]),
    ];
    return [
      ...(entry ? row("entry", entry.object, entry.field, entry.before) : []),
      ...(proxy || ownEach ? row("proxy", seedObject(nameOfCluster(read, cluster)), PROXY_ANNOTATIONS, ownEach ? COPIED : "") : []),
    ];
  },
});

/** Annotations of the nodeport-proxy that KKP leaves out as soon as a Seed names any. */
export const proxyDefaultAnnotations = rule<readonly Setting[]>({
  id: "settings.balancers-proxy-defaults",
  title: "Annotations that KKP writes for the nodeport-proxy unless others are named",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    const { title, proxyDefaults } = balancingProvider(read, cluster);
    if (!proxyDefaults) return read.notApplicable(`KKP writes none that ${title} reads.`);
    read.cite(...proxyDefaults.sources);
    const { proxy, ownEach } = annotated(read, cluster);
    if (!proxy && !ownEach) return read.notApplicable("Nothing reads annotations of the nodeport-proxy here.");
    return proxyDefaults.annotations.map(({ annotation, value, why }, at) =>
      setting(read, {
        topic: "balancers",
        object: seedObject(nameOfCluster(read, cluster)),
        id: `balancers.default-${at}[${cluster}]`,
        field: `${PROXY_ANNOTATIONS}: ${annotation}`,
        value: known(value),
        why: `KKP writes it itself only while the Seed names no annotation of this Service, so it stands beside whichever else is written there; ${why}.`,
      }),
    );
  },
});

/** What makes a cloud's load balancer probe the entry so that its nodes count as what they are. */
export const entryProbes = rule<readonly Setting[]>({
  id: "settings.balancers-probe",
  title: "Annotation for probes of the entry",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const { title, entryProbe: probe } = balancingProvider(read, cluster);
    if (!probe) return read.notApplicable(`${title} probes every entry rightly unasked.`);
    const { entry } = annotated(read, cluster);
    const { namesProtocols = false, localTraffic } = entryIn(read, cluster);
    if (!entry || !(probe.of === "named-protocols" ? namesProtocols : localTraffic)) return read.notApplicable(`${title} probes this entry rightly unasked.`);
    read.cite(...probe.sources);
    return [setting(read, { topic: "balancers", object: entry.object, id: `balancers.probe[${cluster}]`, field: `${entry.field}: ${probe.annotation}`, value: known(probe.value), why: probe.why })];
  },
});
