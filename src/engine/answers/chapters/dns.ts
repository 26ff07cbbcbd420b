import type { DnsService } from "../../dns-services/dns-service.ts";
import { dnsServices } from "../../dns-services/registry.ts";
import { providers } from "../../providers/registry.ts";
import { address, addresses, choice, hostname, labels, yesNo } from "../kinds.ts";
import { chapter, type Look, type QuestionDefinition } from "../question.ts";
import { chosenIssuer, entryIsPublic, needsPublicAddress } from "./certificates.ts";
import { infrastructure } from "./infrastructure.ts";
import { kindAt } from "./load-balancer.ts";
import { network } from "./network.ts";

/** The record of the chosen DNS service. */
const chosenService = (look: Look): DnsService | undefined => dnsServices.find(({ id }) => id === look(dns.plan.automation));

/** Whether load balancers of some cluster answer with a host name. */
const someFrontByName = (look: Look): boolean =>
  look.subjects("cluster").some(
    (id) =>
      kindAt(look, id)?.addressesFrom === "provider" &&
      providers.find((provider) => provider.id === look(infrastructure.cluster.provider, id))?.loadBalancerAnswers === "name",
  );

/** Whether a cluster of the platform reaches the internet by a proxy alone, which passes no DNS on. */
const leavesByProxy = (look: Look): boolean =>
  look.subjects("cluster").some((cluster) => {
    const place = look(infrastructure.cluster.place, cluster);
    return place !== undefined && look(network.place.internet, place) === "proxy";
  });

export const dns = chapter("dns", "DNS", "Who serves the names and which kinds of records are allowed.", {
  plan: {
    platformNames: choice(
      [
        { value: "single", label: "One record for each name", help: "Every served name is entered on its own." },
        { value: "wildcard", label: "A wildcard record", help: "One record answers for all names one label below the base domain." },
      ],
      {
        section: "Records",
        label: "How are the platform's names entered?",
        short: "Records of the platform",
        help: "Names below a Seed need records of their own either way.",
        source: "kkp.install-ce",
        team: "dns",
      },
    ),
    seedWildcard: yesNo(
      { yes: "Allowed", no: "Not allowed" },
      {
        section: "Records",
        label: "Is a wildcard record for each Seed allowed?",
        short: "Wildcard for Seeds",
        help: "NodePort and Tunneling give every user cluster a name below its Seed; without a wildcard they cannot be reached.",
        source: "kkp.add-seed",
        team: "dns",
      },
    ),
    zone: choice(
      [
        { value: "private", label: "Inside only", help: "The internet does not see the names." },
        { value: "public", label: "Public", help: "The internet resolves the names." },
        { value: "split", label: "Both, with different answers", help: "Split horizon: inside and outside get different addresses." },
      ],
      {
        section: "Zone",
        label: "Who can resolve the zone?",
        short: "Visibility of the zone",
        help: "The record table says by it where each name has to be seen. Let's Encrypt must find the names or their challenge records in public DNS.",
        source: "letsencrypt.challenges",
        team: "dns",
      },
    ),
    automation: choice(
      dnsServices.map(({ id, title, help }) => ({ value: id, label: title, help })),
      {
        section: "Zone",
        label: "How can a program change the zone?",
        short: "Driving the zone",
        help: "cert-manager writes challenges for DNS-01 there, and external-dns the records themselves.",
        source: "cert-manager.dns01",
        team: "dns",
      },
    ),
    externalDns: yesNo(
      { yes: "Yes, by external-dns", no: "No, they are entered" },
      {
        section: "Records",
        label: "Does external-dns write the records?",
        short: "Records by external-dns",
        help: "It watches the clusters and keeps the zone in step; KKP brings no chart for it.",
        source: "kkp.upgrade-2.31",
        team: "dns",
        asked: (look): boolean => chosenService(look)?.externalDns !== undefined,
        productDefault: { value: false, sentence: "KKP brings no external-dns and writes no record itself, so people enter them all.", source: "kkp.upgrade-2.31" },
      },
    ),
    zoneName: hostname({
      section: "Zone",
      label: "Which zone holds the base domain?",
      short: "Name of the zone",
      help: "At the top of a zone no CNAME may stand, so it matters whether the base domain is the zone itself.",
      example: "example.com",
      source: "rfc.1034",
      team: "dns",
      asked: (look): boolean => someFrontByName(look) || look(dns.plan.externalDns) === true,
    }),
    outside: yesNo(
      { yes: "Yes, at a public address", no: "No, only inside" },
      {
        section: "Zone",
        label: "Do people open the platform from the internet?",
        short: "Platform seen from outside",
        help: "The outer view of the zone then needs records with a public address of the entry.",
        source: "kkp.install-ce",
        team: "dns",
        asked: (look): boolean => look(dns.plan.zone) === "split",
      },
    ),
    challengeResolvers: addresses({
      section: "Zone",
      label: "Which resolvers show cert-manager its challenges?",
      short: "Resolvers for challenges",
      help: "With two views, those of the one that whoever signs asks, for Let's Encrypt the outer; behind a proxy, resolvers inside. cert-manager of each cluster asks these alone.",
      example: "9.9.9.9",
      source: "cert-manager.resolvers",
      team: "dns",
      server: { title: "Resolver for challenges", dialledBy: ["platform"] },
      asked: (look): boolean => chosenIssuer(look)?.challenge === "dns01" && (look(dns.plan.zone) === "split" || (look(dns.plan.zone) === "public" && chosenIssuer(look)?.onInternet === true && leavesByProxy(look))),
    }),
    publicEntry: address({
      section: "Zone",
      label: "Under which public address do people reach the platform entry?",
      short: "Public address for people",
      help: "The outer view of the zone answers with it; your firewall leads it to the entry.",
      example: "203.0.113.10",
      source: "kkp.install-ce",
      team: "network",
      asked: (look): boolean => look(dns.plan.zone) === "split" && look(dns.plan.outside) === true && !needsPublicAddress(look) && !entryIsPublic(look),
    }),
  },
  cluster: {
    seedDnsOverwrite: labels({
      section: "Seed names",
      label: "What replaces the Seed's name in DNS?",
      short: "Seed DNS overwrite",
      seldom: true,
      help: "One label, or several with full stops between. Leave it empty to use the Seed's own name. KKP calls the field seedDNSOverwrite.",
      source: "kkp.code.datacenter",
      team: "dns",
      asked: (look, id): boolean => look(infrastructure.cluster.role, id) !== "master",
      productDefault: {
        value: (read, cluster) => read.answer(infrastructure.cluster.name, cluster),
        sentence: "Names of user clusters carry the Seed's own name.",
        source: "kkp.code.address",
      },
    }),
  },
});

/** Whether a question asks what external-dns is told beside cert-manager, and matters; undefined where it asks something else. */
function besideSolver(look: Look, key: string): boolean | undefined {
  const one = chosenService(look)?.externalDns?.beside?.find(({ question }) => question === key);
  if (one === undefined) return undefined;
  return chosenIssuer(look)?.challenge === "dns01" && look(dns.plan.externalDns) === true && (one.views !== true || look(dns.plan.zone) === "split");
}

/** Questions that records of DNS services add; records may share one. Asked where a program changes the zone. */
export const dnsServiceQuestions = chapter("dns", "DNS", "", {
  plan: Object.fromEntries(
    [...new Map(dnsServices.flatMap(({ questions }) => Object.entries<QuestionDefinition<unknown>>(questions)))].map(([key, definition]) => [
      key,
      {
        ...definition,
        asked: (look): boolean =>
          Object.hasOwn(chosenService(look)?.questions ?? {}, key) &&
          (besideSolver(look, key) ??
            (key === chosenService(look)?.solver?.named?.question
              ? chosenIssuer(look)?.challenge === "dns01" && look(dns.plan.zone) === "split"
              : chosenIssuer(look)?.challenge === "dns01" || look(dns.plan.externalDns) === true)),
      } satisfies QuestionDefinition<unknown>,
    ]),
  ),
});
