import { certificates } from "../../answers/chapters/certificates.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { CertificateRequest, CertificateSecret, ServedHost } from "../../plan/plan.ts";
import type { ObjectName, PlatformEntry } from "../../releases/release.ts";
import { certificateNameCovers } from "../../values/hostname.ts";
import { listenerName } from "../../values/listener-name.ts";
import { clusterName, entryIn, masterCluster, releaseIn, seedDomain } from "../basics/platform.ts";
import { entrySecrets } from "../basics/entry-names.ts";
import { issuer } from "./issuer.ts";
import { dashboardHost, ownInterfaceHosts, platformInterfaceHosts, seedInterfaceHosts, servedHosts } from "./hosts.ts";
import { newHosts } from "./new-hosts.ts";
import { proxyOf } from "./interfaces.ts";
import { whyInUse, whyRequested } from "./request-words.ts";
import { standingEntry, type StandingEntry } from "./standing.ts";
import { replacesDex } from "../identity/token-issuer.ts";

/** The certificate of one cluster's entry: its names, and the Secrets that must hold it. */
export const certificateRequest = rule<CertificateRequest>({
  id: "certificates.request",
  title: "Certificate of the entry",
  per: "cluster",
  sources: ["kkp.certificates"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    const hosts = read.rule(servedHosts, cluster);
    if (hosts.length === 0) return read.notApplicable(`${name} serves nothing to browsers.`);
    const { id: issuance, by, authority, method } = read.rule(issuer);
    const { id } = releaseIn(read);
    const entry = entryIn(read, cluster);
    const names = by === "hand" ? namesAllowed(read, cluster, hosts) : hosts.map((host) => host.name);
    const single = by === "hand" && entry.suppliedCertificate === "single";
    const needed = single ? [{ ...secretOf(read, entry), covers: hosts.map((host) => host.name) }] : secretsOf(read, cluster, entry);
    const standing = standingEntry(read, cluster);
    const secrets = needed.map((secret) => (standing && isThere(read, cluster, standing, secret) ? { ...secret, inUse: true as const } : secret));
    const inUse = secrets.every((secret) => secret.inUse);
    return {
      id: `certificate[${cluster}]`,
      cluster,
      names,
      issuance,
      issuer: authority,
      method,
      secrets: secrets.map((secret) => withListeners(read, cluster, entry, secret)),
      ...(inUse ? { inUse } : {}),
      from: read.cell,
      why: inUse ? whyInUse({ name, id, entry, by, authority, secrets }) : whyRequested({ name, id, entry, by, authority, secrets, hosts: hosts.length, single, runs: standing !== undefined }),
    };
  },
});

/** An entry without the Secret of Dex, unless that is the one asked for: whether there is a Dex at all may be open, and is no matter of the others. */
const aboutOf = (entry: PlatformEntry, { namespace, name }: ObjectName): PlatformEntry =>
  entry.own ? entry : { ...entry, secrets: entry.secrets.filter((secret) => secret.serves !== "dex" || (secret.namespace === namespace && secret.name === name)) };

/** Whether the installed platform has a Secret already, with a certificate for all that it must cover. */
const isThere = (read: Reader, cluster: string, { entry, stays }: StandingEntry, { namespace, name, covers }: CertificateSecret): boolean =>
  !newHosts(read, cluster).some((host) => covers.includes(host)) && (stays || secretsOf(read, cluster, aboutOf(entry, { namespace, name })).some((held) => held.namespace === namespace && held.name === name && covers.every((host) => held.covers.includes(host))));

/** The names that a certificate made by people may hold; cert-manager asks for each host by itself. One wildcard alone leaves hosts uncovered, which the proof shows. */
function namesAllowed(read: Reader, cluster: string, hosts: readonly ServedHost[]): readonly string[] {
  const allowed = read.answer(certificates.plan.names);
  if (allowed === "listed") return hosts.map((host) => host.name);
  return allowed === "wildcard" ? wildcardsFor(read, cluster, hosts) : [`*.${read.answer(project.plan.domain)}`];
}

/** The fewest names that cover all hosts: the base domain, and a wildcard for each level below it that is served. */
function wildcardsFor(read: Reader, cluster: string, hosts: readonly ServedHost[]): readonly string[] {
  const domain = read.answer(project.plan.domain);
  const served = [seedInterfaceHosts, ownInterfaceHosts].some((rule) => (read.optionalRule(rule, cluster) ?? []).length > 0);
  const below = served ? [`*.${read.rule(seedDomain, cluster)}`] : [];
  const wanted = [domain, `*.${domain}`, ...below];
  return wanted.filter((name) => hosts.some((host) => certificateNameCovers(name, host.name)));
}

/** The listeners that KKP makes for a Secret: the core one for the base domain, one for each further host; only on the master. */
function withListeners(read: Reader, cluster: string, entry: PlatformEntry, secret: CertificateSecret): CertificateSecret {
  if (entry.own || !entry.gateway || read.optionalRule(masterCluster) !== cluster) return secret;
  const domain = read.answer(project.plan.domain);
  const core = read.fact(certificateNames.coreListener);
  return { ...secret, listeners: secret.covers.map((host) => (host === domain ? core : listenerName(host))) };
}

/** The Secret of the dashboard, which holds everything where there is only one. */
function secretOf(read: Reader, entry: PlatformEntry): ObjectName {
  const [first] = entrySecrets(read, entry);
  if (!first) throw new Error("An entry record names at least one Secret");
  return { namespace: first.namespace, name: first.name };
}

/** One row for each Secret of an entry, with the one host it must cover. */
export function secretsOf(read: Reader, cluster: string, entry: PlatformEntry): CertificateRequest["secrets"] {
  const dashboard = read.optionalRule(masterCluster) === cluster ? read.rule(dashboardHost, cluster) : undefined;
  const interfaces = [
    ...[platformInterfaceHosts, ownInterfaceHosts].flatMap((rule) => read.optionalRule(rule, cluster) ?? []).map((host) => [host, read.fact(certificateNames.platformNamespace)] as const),
    ...(read.optionalRule(seedInterfaceHosts, cluster) ?? []).map((host) => [host, read.fact(certificateNames.seedNamespace)] as const),
  ];
  return entrySecrets(read, entry).flatMap(({ serves, namespace, name }) => {
    if (serves !== "interface") return dashboard && !(serves === "dex" && replacesDex(read)) ? [{ namespace, name, covers: [dashboard.name] }] : [];
    return interfaces.map(([host, at]) => {
      const filled = (text: string) => text.replace("{namespace}", at).replace("{interface}", proxyOf(host));
      return { namespace: filled(namespace), name: filled(name), covers: [host.name] };
    });
  });
}
