import { text } from "../answers/kinds.ts";
import type { DnsService } from "./dns-service.ts";

export const clouddns = {
  id: "clouddns",
  title: "Google Cloud DNS",
  help: "A managed zone of a Google Cloud project; a service account may change it.",
  apiHosts: ["dns.googleapis.com", "oauth2.googleapis.com"],
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.cloudDNS.project", value: "{clouddnsProject}", why: "The zone is found in this project." },
      { field: "dns01.cloudDNS.serviceAccountSecretRef", value: "clouddns-credentials, key key.json", why: "It refers to the key of the service account in a Secret of the namespace cert-manager." },
    ],
    secret: { name: "clouddns-credentials", keys: { "key.json": "the key of the service account, as Google hands out the file" } },
    rights: "roles/dns.admin on {zone}, and roles/dns.reader on its project, whose zones it lists",
    named: {
      question: "clouddnsZone",
      field: "dns01.cloudDNS.hostedZoneName",
      why: "Two zones have one name, and cert-manager by itself takes a public one of the project before a private one, whichever of them {authority} asks.",
      rights: "roles/dns.admin on {zone}",
      sources: ["cert-manager.code.clouddns"],
    },
  },
  externalDns: {
    provider: "google",
    kind: "built-in",
    fields: [
      { field: "extraArgs", value: "--google-project={clouddnsProject}", why: "external-dns knows its project by itself on Google Cloud alone, and that of the machines is not always that of the zone." },
      { field: "env: GOOGLE_APPLICATION_CREDENTIALS", value: "/etc/secrets/service-account/credentials.json", why: "It names the key of the service account. This plan takes a key, since workload identity is one of GKE, and the account of the machines would serve every pod on them." },
      { field: "extraVolumes", value: "secret.secretName: clouddns-credentials", why: "The key stands in a Secret of the namespace external-dns." },
      { field: "extraVolumeMounts", value: "mountPath: /etc/secrets/service-account, readOnly", why: "The file is found there." },
    ],
    secret: { name: "clouddns-credentials", keys: { "credentials.json": "the key of the service account, as Google hands out the file" } },
    rights: "roles/dns.admin on {zone}, and roles/dns.reader on its project, whose zones it lists",
    sources: ["external-dns.clouddns", "external-dns.flags"],
    inside: { argument: "--google-zone-visibility=private", why: "Without it external-dns writes to every managed zone of this name, to a public one as well.", sources: ["external-dns.flags"] },
  },
  zones: { one: "the managed zone", public: "the public managed zone", private: "the private managed zone" },
  credential: { title: "Service account with the role DNS Administrator on the zone", fields: ["key.json"] },
  questions: {
    clouddnsProject: text({
      section: "Cloud DNS",
      label: "Which project holds the zone?",
      short: "Project of the zone",
      help: "Rights are given in this project. Of two zones of one name, both are looked for there.",
      example: "example-dns",
      source: "cert-manager.clouddns",
      team: "dns",
    }),
    clouddnsZone: text({
      section: "Cloud DNS",
      label: "Which managed zone holds the challenges?",
      short: "Managed zone of the challenges",
      help: "Of two zones of one name, the one that the authority asks: for Let's Encrypt the public one. It is the name that `gcloud dns managed-zones list` prints, not the domain.",
      example: "example-com-public",
      source: "cert-manager.clouddns",
      team: "dns",
    }),
  },
  sources: ["cert-manager.clouddns", "external-dns.providers"],
} as const satisfies DnsService;
