import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { inSentence } from "../../../values/sentence.ts";
import { servesOwnInterfaces } from "../../addresses/slots.ts";
import { dialledNodePorts } from "../../addresses/url-port.ts";
import { clusterName, masterCluster } from "../../basics/platform.ts";
import { clusterProxyNamespaces } from "../../certificates/interfaces.ts";
import { ends } from "../ends.ts";
import { comeBesideUsers } from "../forwarding.ts";
import { endOfSource, hostForBrowsers, loginsInside, seedLoginInside } from "../login-hosts.ts";
import { connectorsInUse, hostQuestion, loginQuestion, titlesOf, transportOf } from "../../identity/connectors.ts";
import { furtherIssuers } from "../../identity/further-issuers.ts";
import { issuerInWords, tokenIssuer } from "../../identity/token-issuer.ts";
import { hostThroughProxy, throughProxy } from "../../internet/proxied-hosts.ts";
import { issuerCallers } from "../../internet/without-proxy.ts";
import { needPlatform, placeOfCluster } from "../subjects.ts";
import { wayOut } from "../way-out.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { onInternet } from "../../internet/on-internet.ts";
import { waysTo } from "./named.ts";
import { seedIssuer, seedIssuerPort } from "../../identity/seed-issuer.ts";

/** From every cluster to the token issuer: Dex behind the master's entry, or the issuer of the customer. */
export const toTokenIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.to-token-issuer",
  title: "Cluster to the token issuer",
  per: "cluster",
  sources: ["kkp.code.apiserver-policy", "kkp.code.iap-values"],
  derive: (read, cluster) => {
    const signer = read.rule(tokenIssuer);
    const issuer = issuerInWords(signer);
    const name = clusterName(read, cluster);
    const master = signer.external ? undefined : read.rule(masterCluster);
    const row = { refs: ["E4"], of: cluster, source: ends.nodes(cluster), reason: `Tokens are checked at ${issuer}`, lifetime: "operation" } as const;
    // Without interfaces of its own only the API servers of its user clusters ask.
    const serves = read.outcome(servesOwnInterfaces, cluster);
    const accepts = `API servers of user clusters ${serves.kind === "known" && !serves.value && master !== cluster ? "of" : "and the interfaces of"} ${name} accept a login only after asking ${issuer}`;
    if (master === undefined) {
      const [source] = read.rule(connectorsInUse);
      const question = source && hostQuestion(source);
      const distant = question ? throughProxy(read, placeOfCluster(read, cluster), question) : undefined;
      if (distant) read.rule(clusterProxyNamespaces, cluster);
      const why = `${accepts}.`;
      const asks = { reason: row.reason, why: `API servers of user clusters${read.answer(infrastructure.cluster.role, cluster) === "seed" ? "" : " and KKP's API"} on ${name} accept a login only after asking ${issuer}; KKP gives them the proxy.` };
      return waysTo(read, { ...row, destination: ends.identity, ports: () => String(source ? transportOf(read, source)?.port ?? "" : ""), why }, distant, issuerCallers(read, cluster), asks);
    }
    const dialled = read.optionalRule(dialledNodePorts, master);
    return [
      flow(read, {
        ...row,
        destination: ends.entry(master),
        ports: dialled ? String(dialled.https) : ports.tokenIssuer,
        why: master === cluster
          ? `Pods of ${name} ask ${issuer} by its public name, so they come back in at their own entry.`
          : `${accepts}, which is Dex behind the platform entry on ${clusterName(read, master)}.`,
      }),
    ];
  },
});

/** From Dex on the master to the identity source. */
export const dexToIdentitySource = rule<readonly FlowDraft[]>({
  id: "firewall.dex-to-identity-source",
  title: "Dex to the identity source",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const all = read.rule(connectorsInUse);
    if (all.some(({ issuer }) => issuer)) return read.notApplicable(`${titlesOf(all)}: no login passes Dex.`);
    if (!all.some(({ endpoint }) => endpoint?.calledBy.includes("platform"))) return read.notApplicable(`${titlesOf(all)}: Dex opens no connection for a login.`);
    const master = read.rule(masterCluster);
    return all.flatMap((one, at) => {
      const { id, endpoint, login } = one;
      if (!endpoint?.calledBy.includes("platform")) return [];
      const transport = transportOf(read, one);
      if (!transport) return [];
      // Hosts that nobody here runs stand on the internet, where a proxy may stand in the way.
      const out = endpoint.hosts ? read.rule(wayOut, placeOfCluster(read, master)) : undefined;
      const proxy = out?.kind === "proxy" ? out : undefined;
      const place = placeOfCluster(read, master);
      const [asked, loggedIn] = [endpoint.withoutHttp ? undefined : hostQuestion(one), loginQuestion(one)];
      const row = {
        refs: ["E5"],
        source: ends.nodes(master),
        lifetime: "operation",
        why: `Dex runs on ${clusterName(read, master)}; without this row nobody logs in ${at === 0 ? "there or at any Seed" : `through ${inSentence(endpoint.title)}`}.`,
      } as const;
      return [
        flow(read, { ...row, of: at === 0 ? master : `${master}.${id}`, destination: proxy?.end ?? endOfSource(id, at), ports: proxy?.ports ?? String(transport.port), ...(asked ? throughProxy(read, place, asked) : undefined), reason: `Dex asks ${inSentence(endpoint.title)} over ${transport.label}` }),
        ...(login ? [flow(read, { ...row, word: "E5-login", of: at === 0 ? master : `${master}.${id}`, destination: ends.identityLogin(id), ports: String(login.port), ...(loggedIn ? throughProxy(read, place, loggedIn) : undefined), reason: `Dex fetches tokens at ${inSentence(login.title)}` })] : []),
      ];
    });
  },
});

/** From browsers to an identity provider of the customer that they are sent to. */
export const browsersToIdentitySource = rule<readonly FlowDraft[]>({
  id: "firewall.browsers-to-identity-source",
  title: "Browsers to the identity source",
  per: "plan",
  sources: ["dex.connectors", "kkp.oidc"],
  derive: (read) => {
    needPlatform(read);
    const all = read.rule(connectorsInUse);
    const sent = all.flatMap((source, at) => hostForBrowsers(read, source, at));
    if (sent.length === 0) return read.notApplicable(`${titlesOf(all)}: browsers are sent nowhere else.`);
    const inside = sent.filter(({ onInternet }) => !onInternet);
    if (inside.length === 0) return read.notApplicable(`${titlesOf(all)} stands on the internet, which people reach without this plan.`);
    return inside.map(({ of, destination, port, title }) =>
      flow(read, {
        refs: ["L1"],
        word: "login",
        of,
        source: ends.users,
        destination,
        ports: String(port),
        reason: `People log in at ${inSentence(title)}`,
        lifetime: "operation",
        why: "A login sends the browser there and back; people who cannot open it cannot log in, wherever the platform stands.",
      }),
    );
  },
});

/** From people on the internet to the same, where rows for users name networks inside alone. */
export const outsideToIdentitySource = rule<readonly FlowDraft[]>({
  id: "firewall.outside-to-identity-source",
  title: "People on the internet to the identity source",
  per: "plan",
  sources: ["dex.connectors", "kkp.oidc"],
  derive: (read) => {
    if (!comeBesideUsers(read)) return read.notApplicable("Whoever logs in is among the users of other rows.");
    return loginsInside(read).map(({ of, destination, port, title, host }) =>
      flow(read, {
        refs: ["L1"],
        word: "login-outside",
        of,
        source: ends.outsideUsers,
        destination,
        ports: String(port),
        reason: `People on the internet log in at ${inSentence(title)}`,
        lifetime: "operation",
        why: `The dashboard opens for people on the internet, and sends their browsers to ${host} for the login: the name must lead to an address there that the internet reaches.`,
      }),
    );
  },
});

/** From a Seed to the issuer that its user clusters alone accept. */
export const seedToOwnIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.seed-to-own-issuer",
  title: "Seed to its own issuer",
  per: "cluster",
  sources: ["kkp.oidc", "kkp.code.apiserver-policy"],
  derive: (read, cluster) => {
    const host = read.rule(seedIssuer, cluster);
    const name = clusterName(read, cluster);
    return [
      flow(read, {
        refs: ["E4"],
        word: "own-issuer",
        of: cluster,
        source: ends.nodes(cluster),
        destination: ends.seedIssuer(cluster),
        ports: () => String(seedIssuerPort(read, cluster)),
        ...hostThroughProxy(read, placeOfCluster(read, cluster), host),
        reason: `Tokens of user clusters are checked at ${host}`,
        lifetime: "operation",
        why: `API servers of user clusters on ${name} fetch the keys of their own issuer; the platform's issuer stays for everything else.`,
      }),
      // People reach what stands on the internet without this plan.
      ...(onInternet(read, host)
        ? []
        : [
            flow(read, {
              refs: ["L1"],
              word: "own-login",
              of: cluster,
              source: ends.users,
              destination: ends.seedIssuer(cluster),
              ports: () => String(seedIssuerPort(read, cluster)),
              reason: `People log in at ${host}`,
              lifetime: "operation",
              why: `Whoever fetches a kubeconfig for a user cluster of ${name}, or renews its token, is sent there.`,
            }),
          ]),
    ];
  },
});

/** From the master to the issuer of a Seed: KKP's API fetches its keys and trades in the codes of its logins. */
export const dashboardToSeedIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.dashboard-to-seed-issuer",
  title: "Dashboard to the issuer of a Seed",
  per: "cluster",
  sources: ["kkp.oidc", "kkp.code.dashboard-issuers"],
  derive: (read, cluster) => {
    const host = read.rule(seedIssuer, cluster);
    const master = read.rule(masterCluster);
    return [
      flow(read, {
        refs: ["E4"],
        word: "own-issuer-dashboard",
        of: cluster,
        source: ends.nodes(master),
        destination: ends.seedIssuer(cluster),
        ports: () => String(seedIssuerPort(read, cluster)),
        ...hostThroughProxy(read, placeOfCluster(read, master), host),
        reason: `KKP's API asks ${host} for logins to user clusters`,
        lifetime: "operation",
        why: `The API of KKP runs on ${clusterName(read, master)} and itself asks ${host} for its keys and for the tokens of a login, before anybody gets a kubeconfig, a web terminal or the Kubernetes dashboard of a user cluster of ${clusterName(read, cluster)}.`,
      }),
    ];
  },
});

/** From people on the internet to the issuer of a Seed's own, where rows for users name networks inside alone. */
export const outsideToOwnIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.outside-to-own-issuer",
  title: "People on the internet to the issuer of a Seed",
  per: "cluster",
  sources: ["kkp.oidc"],
  derive: (read, cluster) => {
    const host = seedLoginInside(read, cluster);
    if (!comeBesideUsers(read)) return read.notApplicable("Whoever logs in is among the users of other rows.");
    return [
      flow(read, {
        refs: ["L1"],
        word: "own-login-outside",
        of: cluster,
        source: ends.outsideUsers,
        destination: ends.seedIssuer(cluster),
        ports: () => String(seedIssuerPort(read, cluster)),
        reason: `People on the internet log in at ${host}`,
        lifetime: "operation",
        why: `The dashboard opens for people on the internet, and sends their browsers to ${host} for kubeconfigs and web terminals of user clusters of ${clusterName(read, cluster)}: the name must lead to an address there that the internet reaches.`,
      }),
    ];
  },
});

/** From a Seed to further issuers that its user clusters accept. */
export const seedToFurtherIssuers = rule<readonly FlowDraft[]>({
  id: "firewall.seed-to-further-issuers",
  title: "Seed to further issuers",
  per: "cluster",
  sources: ["kkp.iap", "kkp.code.apiserver-policy"],
  derive: (read, cluster) => {
    const hosts = read.rule(furtherIssuers, cluster);
    const name = clusterName(read, cluster);
    return hosts.map((host, at) =>
      flow(read, {
        refs: ["E4"],
        word: "further-issuer",
        of: `${cluster}.${at + 1}`,
        source: ends.nodes(cluster),
        destination: ends.furtherIssuer(cluster, at + 1),
        ports: ports.tokenIssuer,
        ...hostThroughProxy(read, placeOfCluster(read, cluster), host),
        reason: `Tokens of ${host} are checked there`,
        lifetime: "operation",
        why: `API servers of user clusters on ${name} fetch the keys of ${host} before they accept a token of it.`,
      }),
    );
  },
});
