import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { DatacenterField } from "../../providers/contract/datacenter.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { capital, listed } from "../../values/sentence.ts";
import { urlHost } from "../../values/url-host.ts";
import { datacenterAnswer, placeAnswer } from "../basics/infrastructure.ts";
import { makesNetworks } from "../basics/made-networks.ts";
import { datacenterName } from "../basics/platform.ts";
import { mustBeNamed } from "../basics/resolvers.ts";
import { sites } from "../firewall/sites.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { REPOSITORY } from "./uses.ts";

/** Values that the Seed object must carry for a datacenter, so that nobody looks for them on the day of the installation. */
const fields = rule<readonly Draft[]>({
  id: "checklist.datacenter-fields",
  title: "Checklist: fields of the datacenter",
  per: "datacenter",
  sources: ["kkp.code.datacenter"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const needed = provider.datacenterFields.filter(({ field }) => !field.includes("{}"));
    const resolvers = resolversOf(read, provider, datacenter);
    if (needed.length === 0) return read.notApplicable(`Datacenters on ${provider.title} have no field that must be filled.`);
    const name = datacenterName(read, datacenter);
    const values = [
      ...needed.map(({ form = "{value}", ...field }) => [field.field, valueOf(read, field, datacenter), form] as const),
      ...(resolvers ? [["dnsServers", resolvers, "{value}"] as const] : []),
    ];
    const stated = values.flatMap(([field, value, form]) => (value?.kind === "known" ? [`the file seed.yaml names ${form.replace("{value}", form.includes("://{value}") ? urlHost(value.value) : value.value)} as ${field}`] : []));
    const asked = values.flatMap(([field, value]) => (value?.kind === "known" ? [] : [field]));
    const ask = asked.length === 0 ? "" : `the infrastructure team states ${listed(asked)} in writing`;
    return [
      itemOf(read, `datacenter-fields[${datacenter}]`, {
        title: `Fields of ${name} in its Seed: ${values.map(([field]) => field).join(", ")}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: capital([...stated, ...(stated.length === 0 ? [] : [`installing engineers enter ${stated.length === 1 ? "it" : "them"}, and the infrastructure team reads ${stated.length === 1 ? "it" : "them"} there`]), ...(ask === "" ? [] : [ask])].join("; ")),
        why: `${reasonOf(name, needed)}${resolvers ? ` Machines in a network that KKP makes ask the resolvers of dnsServers.` : ""}`,
        uses: stated.length === 0 ? [] : [REPOSITORY],
        blockedBy: openIn(...values.flatMap(([, value]) => (value ? [value] : []))),
      }),
    ];
  },
});

/** Why nobody may leave a field out: the Seed refuses the datacenter, or takes it and something is missing later. */
function reasonOf(name: string, fields: readonly DatacenterField[]): string {
  const later = fields.flatMap(({ without }) => (without === undefined ? [] : [without]));
  const refused = fields.length > later.length ? [`The Seed refuses ${name} while one of ${later.length === 0 ? "them" : listed(fields.flatMap(({ field, without }) => (without === undefined ? [field] : [])))} is missing, since no machine of it could be created.`] : [];
  return [...refused, ...(later.length === 0 ? [] : [`The Seed takes ${name} without ${refused.length > 0 ? "the others" : "them"}, but then ${listed(later)}.`])].join(" ");
}

function valueOf(read: Reader, { question, oneOf, ofNetwork }: DatacenterField, datacenter: string): Value<string> | undefined {
  if (ofNetwork) {
    const stand = read.maybe(network.datacenter.workersIn, datacenter);
    if (stand.kind !== "known") return stand;
    if (stand.value === "own-network") return read.maybe(network.datacenter.workerNetworkName, datacenter);
  }
  if (!question) return undefined;
  if (question.subject === "datacenter") return datacenterAnswer(read, question.key, datacenter);
  const place = read.maybe(infrastructure.datacenter.place, datacenter);
  const value = place.kind === "known" ? placeAnswer(read, question.key, place.value) : place;
  return oneOf && value?.kind === "known" && value.value.includes(", ") ? known(`one of ${value.value}`) : value;
}

/** Resolvers of the networks that KKP makes; none where the infrastructure names its own to machines, and where KKP makes none. */
function resolversOf(read: Reader, provider: Provider, datacenter: string): Value<string> | undefined {
  if (!makesNetworks(read, provider, datacenter)) return undefined;
  const place = read.maybe(infrastructure.datacenter.place, datacenter);
  if (place.kind !== "known") return place;
  const servers = read.rule(sites).get(place.value)?.customerNetwork === true || mustBeNamed(read, network.place.dnsServers, place.value) ? read.maybe(network.place.dnsServers, place.value) : known(read.optional(network.place.dnsServers, place.value) ?? []);
  return servers.kind !== "known" ? servers : servers.value.length === 0 ? undefined : known(servers.value.join(", "));
}

export const datacenterFieldItems: readonly Rule<readonly Draft[]>[] = [fields];
