import { choice, host, integer } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

/** Whether a proxy stands between the dashboard's API and the user clusters of a Seed. */
const behindProxy = (look: Look, cluster: string): boolean =>
  look(infrastructure.cluster.role, cluster) === "seed" && (look(managementProxy.cluster.wayToUserClusters, cluster) ?? "direct") !== "direct";

const SECTION = "Way to user clusters";

/** The proxy through which the dashboard's API reaches user clusters, where it cannot dial them. */
export const managementProxy = chapter("loadBalancer", "Load balancer", "", {
  cluster: {
    wayToUserClusters: choice(
      [
        { value: "direct", label: "By itself", help: "The firewall lets the master through to the ports of API servers." },
        { value: "http", label: "Through an HTTP proxy", help: "It must pass CONNECT on to the ports of API servers." },
        { value: "https", label: "Through an HTTPS proxy", help: "As HTTP, with TLS up to the proxy." },
        { value: "socks5", label: "Through a SOCKS 5 proxy", help: "It passes any TCP connection on." },
      ],
      {
        section: SECTION,
        label: "How does the master reach the user clusters of this Seed?",
        short: "Way to user clusters",
        help: "Left unanswered, it reaches them by itself. This proxy is no way to the internet.",
        source: "kkp.code.datacenter",
        team: "network",
        productDefault: { value: "direct", sentence: "KKP dials the user clusters of a Seed by itself unless the Seed names a proxy.", source: "kkp.code.datacenter" },
        asked: (look, cluster): boolean => look(infrastructure.cluster.role, cluster) === "seed",
      },
    ),
    managementProxyHost: host({
      section: SECTION,
      label: "Which host is the proxy between the master and these user clusters?",
      short: "Proxy to user clusters",
      help: "The dashboard's API dials it for everything that it shows of a user cluster.",
      example: "10.20.0.9",
      source: "kkp.code.datacenter",
      team: "network",
      server: { title: "Proxy to user clusters", dialledBy: ["platform"] },
      asked: behindProxy,
    }),
    managementProxyPort: integer({ min: 1, max: 65535 }, {
      section: SECTION,
      label: "On which port does this proxy answer?",
      short: "Port of the proxy to user clusters",
      help: "The firewall opens it for the master.",
      example: "1080",
      source: "kkp.code.datacenter",
      team: "network",
      asked: behindProxy,
    }),
  },
});
