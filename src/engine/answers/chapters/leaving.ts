import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { Leaving } from "../../providers/contract/leaving.ts";
import { providers } from "../../providers/registry.ts";
import { lookThrough } from "../answers.ts";
import { blocks, choice } from "../kinds.ts";
import { chapter, type Look, type ProductDefault, type Question } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { network } from "./network.ts";
import { project, upgrades } from "./project.ts";
import { networksAreMade } from "./datacenter-questions.ts";
import { providerQuestions } from "./provider-questions.ts";
import { nodesCallPublic, workersCallPublic } from "./public-elsewhere.ts";

const WAYS = [
  { value: "own", label: "With their own", help: "Whoever they call is routed back to their network, and nothing on the way puts other addresses in place." },
  { value: "each", label: "With a public address each", help: "Every machine that comes later has another one, which no list of allowed networks names before." },
  { value: "gateway", label: "With those of a gateway", help: "A NAT gateway, a router or the servers under virtual machines put theirs in place." },
] as const;

const recordOf = (id: unknown): Provider | undefined => providers.find((provider) => provider.id === id);

/** Whether somebody must say with which addresses machines of an infrastructure are seen; `callsPublic` tells whether they call the platform at public addresses elsewhere. */
const mustSay = (id: unknown, callsPublic: () => boolean): boolean => {
  const leaves: Leaving | undefined = recordOf(id)?.leaving;
  return leaves !== undefined && leaves.only === undefined && (leaves.asked === undefined || callsPublic());
};

const nodesMustSay = (look: Look, cluster: string): boolean => mustSay(look(infrastructure.cluster.provider, cluster), () => nodesCallPublic(look, cluster));
const workersMustSay = (look: Look, datacenter: string): boolean => mustSay(look(infrastructure.datacenter.provider, datacenter), () => workersCallPublic(look, datacenter));

type OfMachines = (look: Look, id: string) => boolean;

/** Whether something holds of machines that stand in the node network of a place. */
const someAt = (look: Look, place: string, nodes: OfMachines, workers: OfMachines): boolean =>
  look.subjects("cluster").some((id) => look(infrastructure.cluster.place, id) === place && nodes(look, id)) ||
  look.subjects("datacenter").some((id) => look(infrastructure.datacenter.place, id) === place && !networksAreMade(look, id) && look(network.datacenter.workersIn, id) === "node-network" && workers(look, id));

const mustSayAt = (look: Look, place: string): boolean => someAt(look, place, nodesMustSay, workersMustSay);

/** Whether KubeOne's Terraform example makes the node network of a place, and with it what translates: then that is known. */
const comesTranslated = (look: Look, place: string): boolean =>
  !upgrades(look) && look.subjects("cluster").some((id) => look(infrastructure.cluster.place, id) === place && look(infrastructure.cluster.provisioning, id) === "kubeone" && recordOf(look(infrastructure.cluster.provider, id))?.kubeone?.nodeNetwork?.translates !== undefined);

const askedAtPlace = (look: Look, place: string): boolean => !comesTranslated(look, place) && mustSayAt(look, place);

const askedAtDatacenter = (look: Look, id: string): boolean => !networksAreMade(look, id) && look(network.datacenter.workersIn, id) === "own-network" && workersMustSay(look, id);

/** The question of a place for the network of machines that translate unasked, for those on one of these infrastructures; undefined where none does. */
function translatingNetwork(ids: readonly unknown[]): Question<string> | undefined {
  const [key] = ids.flatMap((id) => recordOf(id)?.leaving?.gatewayIn ?? []);
  // Keys come from provider records, so the question asks for a block by the record's own definition.
  return key === undefined ? undefined : (providerQuestions.place[key] as Question<string> | undefined);
}

const UNASKED = "Network plugins of Kubernetes put the address of the server that carries a pod or a virtual machine in place of its own, unless they are told otherwise.";

/** What stands in where nobody names the gateway; what public load balancers elsewhere see is an address of the internet, which servers of a private network have none of. */
const translatesUnasked = (ofSubject: (read: Reader, subject: string) => { readonly place: string | undefined; readonly providers: readonly unknown[] }, callsPublic: OfMachines): ProductDefault<readonly string[]> => ({
  value: (read, subject) => {
    const { place, providers: ids } = ofSubject(read, subject);
    const question = translatingNetwork(ids);
    return question && place !== undefined ? [read.answer(question, place)] : [];
  },
  where: (read, subject) => {
    const { place, providers: ids } = ofSubject(read, subject);
    return place !== undefined && translatingNetwork(ids) !== undefined && !callsPublic(lookThrough(read), subject);
  },
  sentence: UNASKED,
  source: "kubeone.code.canal",
});

/** Whether the files of KubeOne's Terraform example, as they are, give machines of a place public addresses. */
function comesWithPublic(read: Reader, place: string): boolean {
  if (read.optional(project.plan.upgradeFrom) !== "none") return false;
  return read.subjects("cluster").some((id) => read.optional(infrastructure.cluster.place, id) === place && read.optional(infrastructure.cluster.provisioning, id) === "kubeone" && recordOf(read.optional(infrastructure.cluster.provider, id))?.kubeone?.withoutPublic !== undefined);
}

const shared = {
  section: "Addresses that others see",
  team: "network",
} as const;

/** With which addresses machines are seen outside their network, where their infrastructure may put others in place. */
export const leaving = chapter("network", "Network", "", {
  place: {
    seenAs: choice(WAYS, {
      ...shared,
      label: "With which addresses do machines leave the node network?",
      short: "Addresses that others see",
      help: "Firewalls, central services and lists of allowed networks elsewhere must name what arrives there.",
      source: "kkp.ports",
      productDefault: { value: "each", where: comesWithPublic, sentence: "KubeOne's Terraform examples for clouds give each machine a public address.", source: "kubeone.terraform" },
      asked: askedAtPlace,
    }),
    seenAddresses: blocks({
      ...shared,
      label: "Which addresses does the gateway put in their place?",
      short: "Addresses of the way out",
      help: "All of them: public ones of a NAT gateway, that of a router, or the network of the servers under virtual machines.",
      example: "203.0.113.17/32",
      source: "kkp.ports",
      productDefault: translatesUnasked((read, place) => ({
        place,
        providers: read.subjects("cluster").filter((id) => read.optional(infrastructure.cluster.place, id) === place).map((id) => read.optional(infrastructure.cluster.provider, id)),
      }), (look, place) => someAt(look, place, nodesCallPublic, workersCallPublic)),
      asked: (look, place): boolean => askedAtPlace(look, place) && look(leaving.place.seenAs, place) === "gateway",
    }),
  },
  datacenter: {
    seenAs: choice(WAYS, {
      ...shared,
      label: "With which addresses do workers leave this network?",
      short: "Addresses of workers that others see",
      help: "The Seed's firewall, central services and lists of allowed networks must name what arrives there.",
      source: "kkp.ports",
      asked: askedAtDatacenter,
    }),
    seenAddresses: blocks({
      ...shared,
      label: "Which addresses does the gateway put in their place?",
      short: "Addresses of the workers' way out",
      help: "All of them: public ones of a NAT gateway, that of a router, or the network of the servers under virtual machines.",
      example: "203.0.113.18/32",
      source: "kkp.ports",
      productDefault: translatesUnasked((read, datacenter) => ({ place: read.optional(infrastructure.datacenter.place, datacenter), providers: [read.optional(infrastructure.datacenter.provider, datacenter)] }), workersCallPublic),
      asked: (look, id): boolean => askedAtDatacenter(look, id) && look(leaving.datacenter.seenAs, id) === "gateway",
    }),
  },
});
