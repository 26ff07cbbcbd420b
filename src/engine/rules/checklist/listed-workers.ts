import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { capital } from "../../values/sentence.ts";
import { clusterName } from "../basics/platform.ts";
import { platformWorkers, usesTerraform } from "../basics/provisioning.ts";
import { workersOf } from "../sizing/workers.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";
import { listedWorkersTitle, madeWithMachines } from "./made-network.ts";

/** Workers that nobody's program makes: the example of Terraform makes control planes alone. */
const listedWorkers = rule<readonly Draft[]>({
  id: "checklist.listed-workers",
  title: "Checklist: listed workers",
  per: "cluster",
  sources: ["kubeone.static-nodes", "kubeone.infrastructure"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (read.rule(platformWorkers, cluster) !== "static") return read.notApplicable("The cluster makes its workers itself.");
    if (!usesTerraform(read, cluster)) return read.notApplicable("Every machine is listed, and none is made by Terraform.");
    const name = clusterName(read, cluster);
    const { title } = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const workers = formatCount(read.rule(workersOf, cluster), "worker");
    const made = madeWithMachines(read, read.answer(infrastructure.cluster.place, cluster));
    const ready = "a login by SSH with KubeOne's key reaches each of them, and `sudo -n true` asks for no password";
    return [
      itemOf(read, `listed-workers[${cluster}]`, {
        title: made ? `Somebody who makes ${workers} of ${name}, once their network is there` : `${workers} of ${name} made, each with its address and the user of KubeOne's key`,
        team: "infrastructure",
        chapter: "infrastructure",
        after: [`machines[${cluster}]`, `fixed-addresses[${cluster}]`, `account.ssh-key[${cluster}]`],
        verify: made ? `Whoever runs ${title} names who makes them in the step “${listedWorkersTitle(read, cluster)}” of the runbook, and there ${ready}` : capital(ready),
        why: `Workers with fixed addresses are listed in staticWorkers.hosts of ${name}: neither Terraform nor the cluster makes them${made ? `, and the network in which they stand comes with the control planes` : ""}.`,
      }),
    ];
  },
});

export const listedWorkerItems: readonly Rule<readonly Draft[]>[] = [listedWorkers];
