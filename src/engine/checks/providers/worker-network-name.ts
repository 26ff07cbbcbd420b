import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { placeAnswer } from "../../rules/basics/infrastructure.ts";
import { datacenterName, placeName } from "../../rules/basics/platform.ts";

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
    const nodes = placeAnswer(read, question.key, place);
    if (nodes?.kind !== "known" || nodes.value !== name) return;
    const block = read.optional(network.datacenter.workerNetwork, datacenter);
    const asked = providerQuestions.place[question.key];
    report({
      title: `Workers of ${datacenterName(read, datacenter)} name the node network as their own`,
      message: `${name} is the node network of ${placeName(read, place)} as well. In one project of ${provider.title} a name is one network, so workers would stand beside the machines of the platform${block === undefined ? "" : `, and none would get an address of ${block}`}.`,
      remedy: "Give the network of the workers another name, or let both stand in projects of their own.",
      fixes: [],
      answers: [read.path(network.datacenter.workerNetworkName, datacenter), ...(asked ? [read.path(asked, place)] : [])],
    });
  },
});
