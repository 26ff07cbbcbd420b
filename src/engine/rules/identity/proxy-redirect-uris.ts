import { identityPaths } from "../../facts/identity.ts";
import { rule } from "../../kernel/rule.ts";
import type { RedirectUri } from "../../plan/plan.ts";
import { entryPort } from "../addresses/entry-port.ts";
import { clusterName } from "../basics/platform.ts";
import { platformInterfaceHosts, seedInterfaceHosts } from "../certificates/hosts.ts";
import { INTERFACES, proxyOf } from "../certificates/interfaces.ts";
import { tokenIssuer } from "./token-issuer.ts";

/** Redirect URIs of the identity-aware proxies in front of the platform's interfaces. */
export const platformProxyRedirectUris = rule<readonly RedirectUri[]>({
  id: "identity.platform-proxy-redirect-uris",
  title: "Redirect URIs of the platform's proxies",
  per: "cluster",
  sources: ["kkp.iap"],
  derive: (read, cluster) => {
    const { external, title } = read.rule(tokenIssuer);
    return read.rule(platformInterfaceHosts, cluster).map((host) => {
      const client = proxyOf(host);
      return {
        id: host.id.replace("host.", "redirect."),
        client,
        uri: `https://${host.name}${read.rule(entryPort, cluster)}${read.fact(identityPaths.proxyCallback)}`,
        purpose: host.service,
        optional: false,
        registeredAt: external ? "identity-provider" : "dex",
        from: read.cell,
        why: `The proxy in front of ${host.service} is a client of ${title} of its own; its secret is ${external ? "made there" : "ours to make"}.`,
      } satisfies RedirectUri;
    });
  },
});

/** Redirect URIs of the proxies in front of a Seed's user-cluster MLA. */
export const seedProxyRedirectUris = rule<readonly RedirectUri[]>({
  id: "identity.seed-proxy-redirect-uris",
  title: "Redirect URIs of the Seed's proxies",
  per: "cluster",
  sources: ["kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    const { external, title } = read.rule(tokenIssuer);
    return read.rule(seedInterfaceHosts, cluster).map((host) => {
      const proxy = proxyOf(host);
      return {
        id: host.id.replace("host.", "redirect."),
        client: `${read.fact(identityPaths.seedClientPrefix)}${proxy}`,
        uri: `https://${host.name}${read.rule(entryPort, cluster)}${read.fact(identityPaths.proxyCallback)}`,
        purpose: host.service,
        optional: false,
        registeredAt: external ? "identity-provider" : "dex",
        from: read.cell,
        why: `${INTERFACES[proxy]} for user clusters of ${clusterName(read, cluster)} logs people in through ${external ? title : "Dex on the master"}; every Seed adds its own URI to this client.`,
      } satisfies RedirectUri;
    });
  },
});
