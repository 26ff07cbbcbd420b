import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName, writtenName } from "../basics/platform.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { inFamilies } from "../runbook/kubeone-families.ts";
import { leftToWriter } from "../runbook/terraform-variables.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";

/** What terraform.tfvars of a cluster wants to know and no answer of the plan says, so that nobody looks for it on the day. */
const values = rule<readonly Draft[]>({
  id: "checklist.terraform-values",
  title: "Checklist: values of Terraform's variables",
  per: "cluster",
  sources: ["kubeone.terraform"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (!usesTerraform(read, cluster)) return read.notApplicable("Terraform makes no machine of this cluster.");
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const { kubeone: support, title } = provider;
    if (!support) return read.notApplicable(`KubeOne builds nothing on ${title}.`);
    read.cite(...support.sources);
    // Which holes are left hangs on every value of the file; what is said of them rests on their records.
    const left = read.aside(() => leftToWriter(read, inFamilies(read, support), cluster));
    if (left.length === 0) return read.notApplicable("The plan fills every variable.");
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `terraform-values[${cluster}]`, {
        title: `${left.length === 1 ? "Value" : "Values"} for terraform.tfvars of ${name} from whoever runs ${title}: ${left.map((one) => one.name).join(", ")}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `They stand in writing as ${title} spells them, for the holes in ${writtenName(read, cluster)}/terraform.tfvars: ${left.map((one) => `${one.name}, ${one.means}`).join("; ")}`,
        why: `Terraform makes the machines of ${name} with them, and no answer of this plan gives them; the example's own would make other machines, or none.`,
      }),
    ];
  },
});

export const terraformValueItems: readonly Rule<readonly Draft[]>[] = [values];
