import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import type { Value } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf } from "../../../providers/registry.ts";
import { sshEntry } from "../../access/ssh-entry.ts";
import { clusterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { shownPlace } from "./machines.ts";

/** What KubeOne's Terraform example makes for SSH to a cluster, where the plan has no bastion. */
export const sshEntryEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.ssh-entries",
  title: "What KubeOne's example makes for SSH",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    const entry = read.rule(sshEntry, cluster);
    if (entry === "machines" || entry === "front") return read.notApplicable("KubeOne enters by an end that the plan has anyway.");
    const { title, kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    read.cite(...(kubeone?.sshWay?.sources ?? []));
    const name = clusterName(read, cluster);
    // What an example makes in public has IPv4 alone.
    const address: Value<string> = kubeone?.sshWay?.dials === "front" ? { kind: "later", who: title } : { kind: "later", who: title, family: 4 };
    const shared = {
      cluster,
      place: shownPlace(read, read.maybe(infrastructure.cluster.place, cluster)),
      addresses: [address],
      from: read.cell,
    };
    if (entry === "addresses") return [{ ...shared, id: ends.publicMachines(cluster), title: `Public addresses of the control planes of ${name}`, kind: "public-machines", why: `KubeOne dials them before the private ones; once ${name} has its machines, \`terraform output kubeone_hosts\` prints them as public_address.` }];
    return [{ ...shared, id: ends.exampleBastion(cluster), title: `Bastion of KubeOne's example, ${name}`, kind: "example-bastion", why: `KubeOne's Terraform example makes it with the machines of ${name} and hands it to KubeOne; \`terraform output kubeone_hosts\` prints its address as bastion.` }];
  },
});
