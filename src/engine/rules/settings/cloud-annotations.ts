import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { BalancerAnnotation } from "../../providers/contract/load-balancers.ts";
import { providerOf } from "../../providers/registry.ts";
import { capital } from "../../values/sentence.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { proxyRuns, strategiesOf } from "../basics/exposure.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { entryIn, nameOfCluster, nameOfDatacenter, releaseIn } from "../basics/platform.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { annotationField, PROXY_ANNOTATIONS } from "./annotations.ts";
import { seedObject, setting } from "./setting.ts";
import { balancerOf } from "../basics/balancer.ts";

const NOTHING_ASKED = "The infrastructure asks a Service for no annotation.";

/** What the infrastructure of something asks a Service for. */
export const annotationOf = (id: Parameters<typeof providerOf>[0]): BalancerAnnotation | undefined => (providerOf(id) as Provider).balancerAnnotation;

/** What the annotation says at a place; undefined where the place is not part of the plan. */
export function annotationAt(read: Reader, { question, until }: BalancerAnnotation, place: string): Value<string> | undefined {
  const answer = placeAnswer(read, question, place);
  return answer?.kind === "known" && until !== undefined ? known(answer.value.split(until)[0] ?? "") : answer;
}

/** Said where an annotation of the nodeport-proxy goes further, as a sentence after a space. */
export const COPIED = " KKP copies it to the Service of every user cluster with LoadBalancer.";

/** Services of a platform cluster that KKP annotates: where that of the entry takes them, and who reads those of the nodeport-proxy. */
export function annotated(read: Reader, cluster: string): { readonly entry: ReturnType<typeof annotationField> | undefined; readonly proxy: boolean; readonly ownEach: boolean } {
  const entered = read.outcome(entryAddress, cluster).kind === "known" && entryIn(read, cluster).own !== true;
  const seed = read.answer(infrastructure.cluster.role, cluster) !== "master";
  return {
    entry: entered ? annotationField(read, cluster) : undefined,
    proxy: seed && read.rule(proxyRuns, cluster),
    ownEach: seed && read.rule(strategiesOf, cluster).includes("LoadBalancer"),
  };
}

/** Annotations of the Services of a platform cluster without which its infrastructure gives them no load balancer. */
export const cloudAnnotations = rule<readonly Setting[]>({
  id: "settings.balancers-cloud",
  title: "Annotations that the infrastructure asks for",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    if (balancerOf(read, cluster).addressesFrom !== "provider") return read.notApplicable("The infrastructure gives Services no load balancer here.");
    const needed = annotationOf(read.answer(infrastructure.cluster.provider, cluster));
    const value = needed && annotationAt(read, needed, read.answer(infrastructure.cluster.place, cluster));
    if (!needed || !value) return read.notApplicable(NOTHING_ASKED);
    read.cite(...needed.sources);
    const name = nameOfCluster(read, cluster);
    const why = `${capital(needed.controller)} makes no load balancer for a Service that does not say ${needed.tells}`;
    const row = (id: string, object: string, field: string, reason: string) => setting(read, { topic: "balancers", object, id: `balancers.cloud-${id}[${cluster}]`, field: `${field}: ${needed.annotation}`, value, why: reason });
    const { entry: place, proxy, ownEach } = annotated(read, cluster);
    return [
      ...(place ? [row("entry", place.object, place.field, `${why}; the installer waits for the address of the entry, and fails without one.${place.before}`)] : []),
      ...(proxy || ownEach ? [row("proxy", seedObject(name), PROXY_ANNOTATIONS, `${why}${proxy ? `; the nodeport-proxy of ${name} would wait for its address for ever` : ""}.${ownEach ? COPIED : ""}`)] : []),
    ];
  },
});

/** The same for the workloads of user clusters, whose Services only their owners write. */
export const workloadAnnotations = rule<readonly Setting[]>({
  id: "settings.balancers-cloud-workloads",
  title: "Annotations that the infrastructure asks of workloads",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const needed = annotationOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!needed) return read.notApplicable(NOTHING_ASKED);
    if (read.rule(workloadSupplier, datacenter).addressesFrom !== "infrastructure") return read.notApplicable("Workloads take no addresses of the infrastructure.");
    const value = annotationAt(read, needed, read.answer(infrastructure.datacenter.place, datacenter));
    if (!value) return read.notApplicable("The datacenter names a place that is not part of the plan.");
    read.cite("kkp.code.cloud-controllers", ...needed.sources);
    return [
      setting(read, {
        topic: "balancers",
        object: `Each Service of type LoadBalancer in user clusters of ${nameOfDatacenter(read, datacenter)}`,
        id: `balancers.cloud-workloads[${datacenter}]`,
        field: `metadata.annotations: ${needed.annotation}`,
        value,
        why: `${capital(needed.controller)} makes no load balancer for a Service that does not say ${needed.tells}, and KKP ${releaseIn(read).id} sets it no default: tenants must know it.`,
      }),
    ];
  },
});
