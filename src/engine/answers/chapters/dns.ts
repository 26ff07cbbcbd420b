import { choice, label, yesNo } from "../kinds.ts";
import { chapter } from "../question.ts";
import { certificates } from "./certificates.ts";
import { infrastructure } from "./infrastructure.ts";

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
        help: "Let's Encrypt must find the names or their challenge records in public DNS.",
        source: "cert-manager.dns01",
        team: "dns",
        asked: (look): boolean => look(certificates.plan.issuance) === "dns01" || look(certificates.plan.issuance) === "http01",
      },
    ),
    automation: choice(
      [
        { value: "none", label: "Only by hand", help: "No program may change the zone; DNS-01 is then impossible." },
        { value: "rfc2136", label: "RFC 2136 dynamic update", help: "BIND, PowerDNS, Infoblox and others." },
        { value: "route53", label: "Amazon Route 53" },
        { value: "azuredns", label: "Azure DNS" },
        { value: "clouddns", label: "Google Cloud DNS" },
        { value: "cloudflare", label: "Cloudflare" },
      ],
      {
        section: "Zone",
        label: "How can a program change the zone?",
        short: "Driving the zone",
        help: "cert-manager writes a challenge record at every renewal.",
        source: "cert-manager.dns01",
        team: "dns",
        asked: (look): boolean => look(certificates.plan.issuance) === "dns01",
      },
    ),
  },
  cluster: {
    seedDnsOverwrite: label({
      section: "Seed names",
      label: "Which label replaces the Seed's name in DNS?",
      short: "Seed DNS overwrite",
      help: "Leave it empty to use the Seed's own name. KKP calls the field seedDNSOverwrite.",
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
