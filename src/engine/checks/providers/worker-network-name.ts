import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import { isAskedThrough } from "../../answers/answers.ts";
import { check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { placeAnswer } from "../../rules/basics/infrastructure.ts";
import { datacenterName, nameOfCluster, placeName } from "../../rules/basics/platform.ts";

/** Workers in a network of their own that goes by the name of the node network: within one project of the provider it would be that one. */
export const workerNetworkName = check({
  id: "providers.worker-network-name",
  title: "Networks of workers have names of their own",
  severity: "warning",
  per: "datacenter",
  sources: ["kkp.code.datacenter"],
  examine: (read, datacenter, report) => {
    if (read.optional(network.datacenter.workersIn, datacenter) !== "own-network") return;
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const question = provider.datacenterFields.find(({ ofNetwork }) => ofNetwork)?.question;
    if (!question) return;
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    const name = read.answer(network.datacenter.workerNetworkName, datacenter);
    const nodes = nodeNetworks(read, provider, place, question.key).find((one) => one.name === name);
    if (!nodes) return;
    const block = read.optional(network.datacenter.workerNetwork, datacenter);
    report({
      title: `Workers of ${datacenterName(read, datacenter)} name the node network as their own`,
      message: `${name} is the node network of ${placeName(read, place)} as well. In one project of ${provider.title} a name is one network, so workers would stand beside the machines of the platform${block === undefined ? "" : `, and none would get an address of ${block}`}.`,
      remedy: "Give the network of the workers another name, or let both stand in projects of their own.",
      fixes: [],
      answers: [read.path(network.datacenter.workerNetworkName, datacenter), nodes.path],
    });
  },
});

/** What the node network of a place is called there: as it is told where workers stand in it, or like the cluster with which Terraform makes it. */
function nodeNetworks(read: Reader, { id, kubeone }: Provider, place: string, key: string): readonly { readonly name: string; readonly path: AnswerPath }[] {
  const asked = providerQuestions.place[key];
  if (asked && isAskedThrough(read, asked, place)) {
    const told = placeAnswer(read, key, place);
    return told?.kind === "known" ? [{ name: told.value, path: read.path(asked, place) }] : [];
  }
  if (kubeone?.nodeNetwork?.by !== "terraform") return [];
  const built = read.subjects("cluster").filter((cluster) => read.optional(infrastructure.cluster.place, cluster) === place && read.optional(infrastructure.cluster.provider, cluster) === id && read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone");
  return built.map((cluster) => ({ name: nameOfCluster(read, cluster), path: read.path(infrastructure.cluster.name, cluster) }));
}
