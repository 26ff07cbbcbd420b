import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { openedByExample } from "./example-rules.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";
import { REPOSITORY } from "./uses.ts";
import { balancerOf } from "../basics/balancer.ts";

/** What the rules of KubeOne's Terraform example keep from addresses that machines announce. */
const announcedPorts = rule<readonly Draft[]>({
  id: "checklist.announced-ports",
  title: "Checklist: ports of announced addresses",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    const { announced, opens, shows, sources } = openedByExample(read, cluster);
    if (announced === undefined) return read.notApplicable("No rule of KubeOne's example keeps anything from announced addresses.");
    const { addressesFrom, appliance } = balancerOf(read, cluster);
    if (addressesFrom !== "pool" || appliance) return read.notApplicable("No machine announces an address.");
    read.cite(...sources);
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `announced-ports[${cluster}]`, {
        title: `Ports of the virtual addresses of ${name} let in by the security group of its machines`,
        team: "security",
        chapter: "infrastructure",
        verify: `${announced.replaceAll("{name}", name)}${shows === undefined ? "" : `; once the machines are there, \`${shows}\` shows as much`}`,
        uses: [REPOSITORY],
        why: `Machines of ${name} answer for these addresses themselves, and KubeOne's Terraform example ${opens}, and nothing else from outside: what the rows name beside that would be dropped at the machine.`,
      }),
    ];
  },
});

/** What the security group of user clusters keeps from Services that their workers announce. */
const workloadPorts = rule<readonly Draft[]>({
  id: "checklist.workload-ports",
  title: "Checklist: ports of announced workloads",
  per: "datacenter",
  sources: ["kkp.ipam"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const { workerGroup, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!workerGroup) return read.notApplicable(`No group on ${title} keeps anything from addresses that workers announce.`);
    if (!read.rule(workloadSupplier, datacenter).announcedByWorkers) return read.notApplicable("No worker announces an address.");
    read.cite(...workerGroup.sources);
    const name = datacenterName(read, datacenter);
    return [
      itemOf(read, `workload-ports[${datacenter}]`, {
        title: `Ports of Services in ${name} let in by the security group of the workers`,
        team: "security",
        chapter: "infrastructure",
        verify: workerGroup.verify,
        why: `Workers of ${name} answer for addresses of Services themselves, on the ports of these Services, and the group that KKP makes lets in ${workerGroup.lets} alone.`,
      }),
    ];
  },
});

export const announcedPortItems: readonly Rule<readonly Draft[]>[] = [announcedPorts, workloadPorts];
