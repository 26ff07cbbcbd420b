import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { project } from "../../answers/chapters/project.ts";
import { kubelbManager } from "../../facts/balancers.ts";
import type { SourceId, Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { formatBlock } from "../../values/range.ts";
import { nameOfCluster, nameOfDatacenter } from "../basics/platform.ts";
import { installedHub } from "../firewall/installed-hub.ts";
import { registryName } from "../internet/offline.ts";
import { hubEncrypts, hubHasBundle, hubProxy } from "../workloads/hub-version.ts";
import { servedByHub } from "../workloads/hub.ts";
import { ipamPool, type IpamPool } from "../workloads/ipam.ts";
import { suppliedBy } from "./datacenters.ts";
import { helmValues, setting } from "./setting.ts";

/** Fields of the pools that give user clusters of a Seed's datacenters their addresses. */
export const poolFields = rule<readonly Setting[]>({
  id: "settings.balancers-pools",
  title: "Fields of the Seed's address pools",
  per: "cluster",
  sources: ["kkp.ipam", "kkp.code.ipam-validation"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    return suppliedBy(read, cluster, ({ shares }) => shares === true).flatMap((datacenter) => {
      const pool = read.outcome(ipamPool, datacenter);
      return pool.kind === "known" ? fieldsOf(read, cluster, datacenter, pool.value) : [];
    });
  },
});

/** One datacenter of a pool. */
function fieldsOf(read: Reader, cluster: string, datacenter: string, { name: pool, block, type, share, excluded, unusable, taken }: IpamPool): readonly Setting[] {
  const name = nameOfDatacenter(read, datacenter);
  const object = `IPAMPool ${pool} on ${nameOfCluster(read, cluster)}`;
  const row = (id: string, field: string, value: string, why: string) => setting(read, { topic: "balancers", object, id: `balancers.pool-${id}[${datacenter}]`, field: `spec.datacenters.${name}.${field}`, value, why });
  const reasons = [
    ...(unusable.length === 0 ? [] : [`No machine can answer for ${listed(unusable)}, the network or broadcast address of the workers' segment`]),
    ...(taken.length === 0 ? [] : [`${listed(taken)} ${taken.length === 1 ? "is" : "are"} in use already`]),
  ].join("; ");
  const bits = block.family === 6 ? 128 : 32;
  return [
    row("block", "poolCidr", formatBlock(block), `Workloads of user clusters in ${name} take their addresses from it; KKP refuses another block once the pool exists.`),
    row("type", "type", type, `${type === "range" ? "Shares may begin and end anywhere in the block" : "Each share is a block of its own"}; KKP refuses a change once the pool exists.`),
    type === "range"
      ? row("share", "allocationRange", String(share), `Each user cluster of ${name} gets as many addresses; the CRD would take the pool without it, and the webhook refuses it.`)
      : row("share", "allocationPrefix", String(bits - Math.round(Math.log2(share))), `Each user cluster of ${name} gets a block of this length; fixed once the pool exists.`),
    ...(excluded.length === 0 ? [] : [type === "range"
      ? row("excluded", "excludeRanges", excluded.join(", "), `${reasons}.`)
      : row("excluded", "excludePrefixes", excluded.join(", "), `${reasons}; KKP hands out whole shares.`)]),
  ];
}

/** The object that carries values of KubeLB's manager, in the table and in the step that writes its file. */
const HUB_VALUES = helmValues("kubelb-manager");

/** Whether nodes of KubeLB take its images from the private registry, by a chart that has a field for it. */
const ofMirror = (read: Reader): boolean => {
  const hub = read.outcome(installedHub);
  return hub.kind === "known" && hub.value.offline && hubHasBundle(read);
};

/** Values of KubeLB's management cluster: for tenants that KKP makes, for the Envoy pods of each, and for the way to them. */
export const hubValues = rule<readonly Setting[]>({
  id: "settings.balancers-hub",
  title: "Values of KubeLB",
  per: "plan",
  sources: ["kubelb.management"],
  derive: (read) => {
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return read.notApplicable("KubeLB serves nothing in this plan.");
    const runs = read.aside(() => read.maybe(kubelbHub.plan.kubelbRuns));
    const row = (id: string, field: string, value: string | (() => Value<string>), sources: readonly SourceId[], why: () => string) =>
      setting(read, { topic: "balancers", object: HUB_VALUES, id: `balancers.hub-${id}`, field, value: () => (read.cite(...sources), read.maybe(kubelbHub.plan.kubelbRuns), typeof value === "string" ? value : value()), why });
    const comes = runs.kind === "known" && !runs.value;
    const { replicas, withoutConfig } = read.aside(() => hubProxy(read));
    const edition = read.aside(() => read.maybe(project.plan.edition));
    return [
      ...(comes && edition.kind === "known" && edition.value === "EE"
        ? [row("pull", "imagePullSecrets", `[{name: ${read.aside(() => read.fact(kubelbManager)).pullSecret}}]`, [], () => (read.maybe(project.plan.edition), read.fact(kubelbManager), "The image of the Enterprise Edition is not public; the Secret comes before the chart."))]
        : []),
      ...(comes && edition.kind === "known" && edition.value === "EE" && read.aside(() => ofMirror(read))
        ? [
            row("registry", "global.imageRegistry", () => registryName(read), ["kubelb.air-gap"], () => (ofMirror(read), "Nodes of KubeLB reach no other registry; the manager takes it for the Envoy pods that it makes as well.")),
          ]
        : []),
      ...(datacenters.length === 0
        ? []
        : [setting(read, { topic: "balancers", object: HUB_VALUES, id: "balancers.hub-rbac", field: "kkpintegration.rbac", value: () => (read.cite("kkp.kubelb", "kubelb.tenant"), "true"), why: "It makes the service account kubelb-kkp, whose kubeconfig becomes the Secret kubelb-management-cluster of each Seed with tenants." })]),
      ...(comes && withoutConfig !== undefined
        ? [row("config", "kubelb.skipConfigGeneration", "false", [], () => `Left at true, the chart writes no Config, and each tenant would get ${hubProxy(read).withoutConfig} Envoy pods that may share a worker in place of ${replicas} on different ones.`)]
        : []),
      ...(read.aside(() => hubEncrypts(read))
        ? [row("transport", "kubelb.backendTransport.mode", "MTLS", ["kubelb.mtls"], () => (hubEncrypts(read), `Left at Direct, KubeLB would dial a node port of each Service in plain text, and the firewall lets no UDP through to tenants.${comes ? "" : " Tenants that are there change over once its Config carries the annotation kubelb.k8c.io/confirm-backend-transport-change: MTLS, all at once and with a short break."}`))]
        : []),
    ];
  },
});
