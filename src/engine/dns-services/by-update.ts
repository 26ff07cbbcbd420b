import { host, text } from "../answers/kinds.ts";

const SECTION = "Dynamic updates";

/** Questions of every server that takes dynamic updates. */
export const updateQuestions = {
  updateServer: host({
    section: SECTION,
    label: "Which server takes dynamic updates of the zone?",
    short: "Server for dynamic updates",
    help: "The primary server; cert-manager and external-dns send signed updates to port 53.",
    example: "ns1.example.com",
    source: "rfc.2136",
    team: "dns",
    server: { title: "Server for dynamic updates", dialledBy: ["platform"] },
  }),
  updateKey: text({
    section: SECTION,
    label: "Which name has the TSIG key that may change the zone?",
    short: "Name of the TSIG key",
    help: "The name only; the key itself goes into the secret store.",
    example: "kkp-update",
    source: "rfc.2136",
    team: "dns",
  }),
  recordsServer: host({
    section: SECTION,
    label: "Which server takes dynamic updates of the inner view?",
    short: "Server for updates of the inner view",
    help: "external-dns writes there; it may be the one that cert-manager writes challenges to, where its key leads to the inner view.",
    example: "ns-inside.example.com",
    source: "rfc.2136",
    team: "dns",
    server: { title: "Server for updates of the inner view", dialledBy: ["platform"] },
  }),
  recordsKey: text({
    section: SECTION,
    label: "Which name has the TSIG key of external-dns?",
    short: "Name of external-dns's TSIG key",
    help: "Beside the key of cert-manager. One name has one key, and BIND tells by it which of two views is changed.",
    example: "kkp-records",
    source: "bind.views",
    team: "dns",
  }),
};

/** What every server that takes dynamic updates has in common. */
export const byUpdate = {
  apiHosts: [],
  endpoint: { title: "Server for dynamic updates", addressQuestion: "updateServer", ports: "53", protocol: "TCP and UDP" },
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.rfc2136.nameserver", value: "{updateServer}:53", why: "Challenges are written there, signed with the key." },
      { field: "dns01.rfc2136.tsigKeyName", value: "{updateKey}", why: "The server grants changes to this key." },
      { field: "dns01.rfc2136.tsigAlgorithm", value: "HMACSHA256", why: "It must be the algorithm with which the key was made; older ones are refused by many servers." },
      { field: "dns01.rfc2136.tsigSecretSecretRef", value: "rfc2136-key, key tsig-secret", why: "It refers to the key in a Secret of the namespace cert-manager, never to the key itself." },
    ],
    secret: { name: "rfc2136-key", keys: { "tsig-secret": "the key in base64, as tsig-keygen prints it behind secret" } },
  },
  externalDns: {
    provider: "rfc2136",
    kind: "built-in",
    fields: [
      { field: "extraArgs", value: "--rfc2136-host={updateServer}", why: "Updates go to this server; without it external-dns has none." },
      { field: "extraArgs", value: "--rfc2136-port=53", why: "Left out it is port 0, on which no server takes updates." },
      { field: "extraArgs", value: "--rfc2136-zone={zoneName}", why: "Left out it is the root of DNS, which no server of yours updates." },
      { field: "extraArgs", value: "--rfc2136-tsig-keyname={updateKey}", why: "The server grants changes to this key." },
      { field: "extraArgs", value: "--rfc2136-tsig-secret-alg=hmac-sha256", why: "It must be the algorithm with which the key was made; without one external-dns does not start." },
      { field: "extraArgs", value: "--rfc2136-tsig-axfr", why: "Without a transfer of the zone external-dns reads no record and changes none that it once wrote. From 0.22 on the argument is called --rfc2136-axfr, and the old name is taken with a warning." },
      { field: "env: EXTERNAL_DNS_RFC2136_TSIG_SECRET", value: "valueFrom.secretKeyRef: rfc2136-key, key tsig-secret", why: "Each argument may come from the environment, so that the key stands in a Secret of the namespace external-dns and not in the values." },
    ],
    secret: { name: "rfc2136-key", keys: { "tsig-secret": "the key in base64, as tsig-keygen prints it behind secret" } },
    rights: "Transfer of the zone (AXFR) with the same key",
    beside: [
      { of: "updateServer", question: "recordsServer", views: true, sources: ["bind.views"] },
      { of: "updateKey", question: "recordsKey", sources: ["bind.views"] },
    ],
    rightsBeside: "The TSIG key {recordsKey}, beside the key {updateKey} of cert-manager",
    sources: ["external-dns.rfc2136", "external-dns.flags"],
  },
  credential: { title: "TSIG key for dynamic updates", fields: ["key name", "algorithm", "key"] },
  questions: updateQuestions,
} as const;
