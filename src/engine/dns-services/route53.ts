import { text } from "../answers/kinds.ts";
import type { DnsService } from "./dns-service.ts";

export const route53 = {
  id: "route53",
  title: "Amazon Route 53",
  help: "A hosted zone of AWS; a role or an access key may change it.",
  apiHosts: ["route53.amazonaws.com", "sts.amazonaws.com"],
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.route53.hostedZoneID", value: "{route53Zone}", why: "Without it the account must be allowed to list all zones." },
      { field: "dns01.route53.region", value: "us-east-1", why: "Route 53 is one service for all regions; the field must stand there with an access key." },
      { field: "dns01.route53.accessKeyIDSecretRef and secretAccessKeySecretRef", value: "route53-credentials, keys access-key-id and secret-access-key", why: "They refer to a Secret of the namespace cert-manager. This plan takes an access key: roles of service accounts are those of EKS, and the role of a machine would serve every pod on it." },
    ],
    secret: { name: "route53-credentials", keys: { "access-key-id": "the id of the access key", "secret-access-key": "its secret" } },
    rights: "route53:ChangeResourceRecordSets and ListResourceRecordSets on {zone}; route53:GetChange on arn:aws:route53:::change/*, which knows no zone",
  },
  externalDns: {
    provider: "aws",
    kind: "built-in",
    fields: [
      { field: "env: AWS_DEFAULT_REGION", value: "us-east-1", why: "Route 53 is one service for all regions; the client of AWS wants one named." },
      { field: "env: AWS_ACCESS_KEY_ID", value: "valueFrom.secretKeyRef: route53-credentials, key access-key-id", why: "This plan takes an access key that may change this zone alone: roles of service accounts are those of EKS, and the role of a machine would serve every pod on it." },
      { field: "env: AWS_SECRET_ACCESS_KEY", value: "valueFrom.secretKeyRef: route53-credentials, key secret-access-key", why: "It stands in a Secret of the namespace external-dns and not in the values." },
    ],
    secret: { name: "route53-credentials", keys: { "access-key-id": "the id of the access key", "secret-access-key": "its secret" } },
    rights: "route53:ChangeResourceRecordSets, ListResourceRecordSets and ListTagsForResources on {zone}; route53:ListHostedZones on *, since AWS limits the list to no zone",
    sources: ["external-dns.route53"],
    alias: { providers: ["aws"], written: "an A and an AAAA record that Route 53 keeps in step with the load balancer", sources: ["external-dns.route53", "external-dns.code.aws"] },
    inside: { argument: "--aws-zone-type=private", why: "Without it external-dns writes to every hosted zone of this name, to a public one as well.", sources: ["external-dns.flags"] },
  },
  zones: { one: "the hosted zone", public: "the public hosted zone", private: "the private hosted zone" },
  apexAlias: "alias record of Route 53",
  credential: { title: "AWS access key, or a role of the nodes", fields: ["access key id", "secret access key"] },
  questions: {
    route53Zone: text({
      section: "Route 53",
      label: "Which id has the hosted zone?",
      short: "Id of the hosted zone",
      help: "Rights to change records are given for this zone alone. Of two zones of one name, cert-manager needs the one that the authority asks: for Let's Encrypt the public one.",
      example: "Z0123456789EXAMPLE",
      source: "cert-manager.route53",
      team: "dns",
    }),
  },
  sources: ["cert-manager.route53", "external-dns.route53"],
} as const satisfies DnsService;
