import { network } from "../../answers/chapters/network.ts";
import { proxied } from "../../answers/chapters/proxied-hosts.ts";
import { check } from "../../kernel/check.ts";
import { gitHost } from "../../rules/access/repository-host.ts";
import { namedHosts } from "../../rules/internet/named-hosts.ts";

/** Hosts listed for the proxy that are none of the systems which can be asked through it. */
export const proxyUnnamedHosts = check({
  id: "internet.proxy-unnamed-hosts",
  title: "Hosts behind the proxy are systems that the plan names",
  severity: "warning",
  per: "plan",
  sources: ["kkp.http-proxy"],
  examine: (read, _plan, report) => {
    const all = read.optional(proxied.plan.proxiedHosts) ?? [];
    if (all.length === 0 || !read.subjects("place").some((place) => read.optional(network.place.internet, place) === "proxy")) return;
    const named = new Set(read.rule(namedHosts).map(({ host }) => host.toLowerCase()));
    const git = read.outcome(gitHost);
    // Git over another transport has a finding of its own.
    const repository = git.kind === "known" ? git.value.host : undefined;
    for (const host of new Set(all.filter((one) => !named.has(one.toLowerCase()) && one.toLowerCase() !== repository))) {
      const rest = all.filter((one) => one !== host);
      report({
        key: host.toLowerCase(),
        title: `${host} is no host that the plan asks through a proxy`,
        message: `${host} is listed as reached through the proxy, and no Git repository over HTTPS, store, login, issuer or server of the zone in this plan has that name. Infrastructure, Kubernetes APIs and the platform's own names are dialled directly. Firewall rows and NO_PROXY stay as without it.`,
        remedy: `Take ${host} out of the list, or name it where the plan asks for the system that it is.`,
        fixes: [{ title: `Take ${host} out of the list`, set: [{ path: read.path(proxied.plan.proxiedHosts), value: rest }] }],
        answers: [read.path(proxied.plan.proxiedHosts)],
      });
    }
  },
});
