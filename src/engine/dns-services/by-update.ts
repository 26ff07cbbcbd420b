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
      { field: "dns01.rfc2136.tsigSecretSecretRef", value: "<fill-in: Secret in the namespace cert-manager>", why: "It refers to the key in a Secret, never to the key itself." },
    ],
  },
  externalDns: { provider: "rfc2136", kind: "built-in" },
  credential: { title: "TSIG key for dynamic updates", fields: ["key name", "algorithm", "key"] },
  questions: updateQuestions,
} as const;
