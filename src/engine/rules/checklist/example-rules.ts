import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { OpenedByExample } from "../../providers/contract/kubeone/example-access.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../basics/platform.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";
import { REPOSITORY } from "./uses.ts";

/** Title of the item, by which the runbook names it. */
export const exampleRulesTitle = (read: Reader, cluster: string): string => `Access to the machines of ${clusterName(read, cluster)} narrowed from any address to who needs it`;

/** What KubeOne's Terraform example opens to any address where it makes the machines of a cluster that is new. Ends the rule where there is no such example. */
export function openedByExample(read: Reader, cluster: string): OpenedByExample {
  onlyForNew(read);
  if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
  const { title, kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return kubeone?.opened ?? read.notApplicable(`KubeOne's example for ${title} opens nothing to any address.`);
}

/** What KubeOne's Terraform example opens to any address around the machines of the platform. */
const exampleRules = rule<readonly Draft[]>({
  id: "checklist.example-rules",
  title: "Checklist: rules of KubeOne's example",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    const { opens, because, verify, shows, sources } = openedByExample(read, cluster);
    read.cite(...sources);
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `example-rules[${cluster}]`, {
        title: exampleRulesTitle(read, cluster),
        team: "security",
        chapter: "infrastructure",
        verify: `${verify.replaceAll("{name}", name)}; once the machines are there, ${shows === undefined ? "" : `\`${shows}\` shows as much, and `}\`nc -vz\` to their port 22 fails from any other address`,
        // Until then there is the file alone.
        uses: [REPOSITORY],
        why: `KubeOne's Terraform example for ${name} ${opens}; ${because}.`,
      }),
    ];
  },
});

export const exampleRuleItems: readonly Rule<readonly Draft[]>[] = [exampleRules];
