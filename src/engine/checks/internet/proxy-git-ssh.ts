import { access } from "../../answers/chapters/access.ts";
import { network } from "../../answers/chapters/network.ts";
import { proxied } from "../../answers/chapters/proxied-hosts.ts";
import { check } from "../../kernel/check.ts";
import { gitHost } from "../../rules/access/repository-host.ts";
import { placeName } from "../../rules/basics/platform.ts";
import { bastionClusters } from "../../rules/firewall/bastion-clusters.ts";
import { sites } from "../../rules/firewall/sites.ts";
import { onInternet } from "../../rules/internet/on-internet.ts";
import { overHttps } from "../../values/repository.ts";
import { listed } from "../../values/sentence.ts";

/** Git over SSH from behind an HTTP proxy, to a host on the internet. */
export const proxyGitSsh = check({
  id: "internet.proxy-git-ssh",
  title: "Git behind a proxy comes over HTTPS",
  severity: "warning",
  per: "plan",
  sources: ["kkp.http-proxy", "git.clone"],
  examine: (read, _plan, report) => {
    const git = read.outcome(gitHost);
    if (git.kind !== "known" || git.value.transport.startsWith("http") || !read.answer(access.plan.bastion)) return;
    const { host, port, transport } = git.value;
    const named = read.optional(proxied.plan.proxiedHosts) ?? [];
    const behind = named.some((one) => one.toLowerCase() === host);
    if (!behind && !onInternet(read, host)) return;
    const places = [...read.rule(sites).keys()].flatMap((place) => (bastionClusters(read, place).length > 0 && read.answer(network.place.internet, place) === "proxy" ? [place] : []));
    if (places.length === 0) return;
    const where = listed(places.map((place) => placeName(read, place)));
    const way = transport === "ssh" ? "SSH" : "Git's own protocol";
    const https = overHttps(read.answer(access.plan.repository));
    report({
      title: `Git over ${way} leaves past the proxy`,
      message: `The repository on ${host} is cloned over ${way}, TCP ${port}, which no HTTP proxy carries. The firewall row leads from the bastion in ${where} straight to it${behind ? ", although the host is listed as reached through the proxy" : ""}; while only the proxy is open, the first command of the installation hangs.`,
      remedy: "Name the repository by its address with https and list its host among those that the proxy leads to, or have the firewall open this row; leave it, if the host answers inside.",
      fixes: https === undefined ? [] : [{ title: "Clone over HTTPS, through the proxy", set: [{ path: read.path(access.plan.repository), value: https }, ...(behind ? [] : [{ path: read.path(proxied.plan.proxiedHosts), value: [...named, host] }])] }],
      answers: [read.path(access.plan.repository), read.path(proxied.plan.proxiedHosts), read.path(access.plan.bastion), ...places.map((place) => read.path(network.place.internet, place))],
    });
  },
});
