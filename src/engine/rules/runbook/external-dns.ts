import { serviceName } from "../../dns-services/registry.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { externalDns } from "../dns/external-dns.ts";
import { reachableCharts } from "./charts.ts";
import { atCluster, folderOf, type StepRule } from "./step.ts";

/** The chart, as public lines name it. */
export const RECORDS_CHART = "helm upgrade --install external-dns external-dns --repo https://kubernetes-sigs.github.io/external-dns/";

/** Whether external-dns is installed anywhere. */
export const servesRecords = (read: Reader): boolean => read.optionalRule(externalDns) !== undefined;

/** external-dns in a cluster, once the platform runs and before its names are looked for. */
export const externalDnsStep: StepRule = rule({
  id: "runbook.external-dns",
  title: "Step: external-dns",
  per: "cluster",
  sources: ["external-dns.providers", "kkp.upgrade-2.31"],
  derive: (read, cluster) => {
    const { service } = read.rule(externalDns);
    const name = clusterName(read, cluster);
    const folder = folderOf(read, cluster);
    return [
      {
        id: `step.external-dns[${cluster}]`,
        title: `Install external-dns on ${name}`,
        text: `${name}/values-external-dns.yaml holds the fields of the DNS chapter and refers to the credential for ${serviceName(service)} in a Secret of the namespace external-dns. The last command shows what it wrote.`,
        commands: [
          atCluster(read, cluster),
          ...reachableCharts(read, cluster, [`${RECORDS_CHART} --namespace external-dns --create-namespace --values ${folder}/values-external-dns.yaml`]),
          "kubectl -n external-dns logs deployment/external-dns --tail=50",
        ],
        from: read.cell,
        why: `KKP brings no external-dns; ${name} has one of its own, so that its records follow its own Services and routes.`,
      },
    ];
  },
});
