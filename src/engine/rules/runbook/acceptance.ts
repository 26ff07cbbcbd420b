import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { project } from "../../answers/chapters/project.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { ports } from "../../facts/ports.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { etcdSchedule } from "../storage/backups.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { platformPort } from "../addresses/url-port.ts";
import { strayDatacenters } from "../basics/exposure.ts";
import { clusterName, datacenterName, masterCluster, runsAlready, seeds } from "../basics/platform.ts";
import { joinedIn } from "../basics/joined.ts";
import { rowsFrom, soFar } from "../basics/rows-from.ts";
import { hostRules } from "../certificates/index.ts";
import { isInBoth, isOuter, namesOf } from "../dns/entered.ts";
import { dnsRules } from "../dns/index.ts";
import { opensOutside } from "../firewall/forwarding.ts";
import { flowRules } from "../firewall/index.ts";
import { reservedFor } from "../settings/datacenters.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import { servedByHub } from "../workloads/hub.ts";
import { podsApart } from "./pods-apart.ts";
import { proxySourcesSeen } from "./proxy-sources.ts";
import { domainWord, onlyInstalling, atCluster, type StepRule } from "./step.ts";

/** A number of minutes in words; whole hours as hours. */
const inHours = (minutes: number): string => (minutes % 60 === 0 ? formatCount(minutes / 60, "hour") : formatCount(minutes, "minute"));

/** Presets, through which users reach datacenters. */
export const presets: StepRule = rule({
  id: "runbook.presets",
  title: "Step: Presets",
  per: "plan",
  sources: ["kkp.code.datacenter"],
  derive: (read) => {
    onlyInstalling(read);
    const all = read.subjects("datacenter");
    if (all.length === 0) return read.notApplicable("The plan has no datacenter.");
    const datacenters = all.filter((id) => {
      const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, id));
      return provider.accounts.length > 0;
    });
    if (datacenters.length === 0) return read.notApplicable("No infrastructure of this plan is called with credentials.");
    const inSeeds = [...new Set(datacenters.flatMap((id) => (providerOf(read.answer(infrastructure.datacenter.provider, id)) as Provider).accounts.filter(({ inSeed }) => inSeed).map(({ title }) => `the ${title}`)))];
    return [
      {
        id: "step.presets",
        title: "Enter the Presets",
        text: `presets.yaml holds the credentials of ${datacenters.length === 1 ? datacenterName(read, datacenters[0] ?? "") : `${datacenters.length} datacenters`} in the clear: write it from the secret store, apply it, delete it.${inSeeds.length === 0 ? "" : ` ${capital(listed(inSeeds))} stands in the Seed object, for which a Preset has no field.`}${trialOf(read, all)}`,
        commands: [atCluster(read, read.rule(masterCluster)), "kubectl apply -f presets.yaml", "rm presets.yaml", "kubectl get presets"],
        from: read.cell,
        why: "Without a Preset every user has to know the credentials of the infrastructure.",
      },
    ];
  },
});

/** How tenants see that nobody else reaches what is theirs, as a sentence. */
function trialOf(read: Reader, datacenters: readonly string[]): string {
  const reserved = datacenters.filter((id) => reservedFor(read, id).length > 0);
  return reserved.length === 0 ? "" : ` With a login of another tenant, the dashboard then offers neither the Preset of ${listed(reserved.map((id) => datacenterName(read, id)))} nor the datacenter.`;
}

/** Strategies that somebody has to choose for user clusters of some datacenters, as a part of a sentence. */
function choices(read: Reader, stray: readonly { readonly datacenter: string; readonly strategy: string }[]): string {
  const strategies = [...new Set(stray.map(({ strategy }) => strategy))];
  return strategies.map((one) => `, choose ${one} as expose strategy for those in ${listed(stray.filter(({ strategy }) => strategy === one).map(({ datacenter }) => datacenterName(read, datacenter)))}`).join("");
}

/** What people on the internet open: hosts that the outer view of the zone carries for them, and not for an authority that comes on TCP 80 alone. A name that has no address there but one of IPv6 opens for some of them only. */
function fromOutside(read: Reader): string {
  const opens = read.outcome(opensOutside);
  if (opens.kind !== "known" || !opens.value) return "";
  const names = namesOf(rowsFrom(read, dnsRules).rows.filter((record) => (isOuter(record) && record.type !== "CNAME" && record.cluster === read.optionalRule(masterCluster)) || (isInBoth(record) && record.type !== "AAAA" && record.end === "entry" && !record.name.startsWith("*."))));
  return names.length === 0 ? "" : ` From the internet, ${listed(names)} ${names.length === 1 ? "opens" : "open"} as well.`;
}

/** How nodes come where KKP makes no machine of them, as sentences. */
function byHand(read: Reader): string {
  const ways = new Map<string, string[]>();
  for (const datacenter of read.subjects("datacenter")) {
    const joined = joinedIn(read, datacenter);
    if (joined) ways.set(joined.how, [...(ways.get(joined.how) ?? []), datacenterName(read, datacenter)]);
  }
  return [...ways].map(([how, names]) => ` Nodes of ${names.length > 10 ? `${names.length} datacenters` : listed(names)} come by hand: ${how}.`).join("");
}

/** What became of each backup: the object itself stands as soon as backups are switched on, whether one ever ended or not, and its table shows its age alone. */
const BACKUPS =
  "kubectl get etcdbackupconfigs --all-namespaces -o custom-columns='CLUSTER:.metadata.namespace,PHASES:.status.currentBackups[*].backupPhase,ENDED:.status.currentBackups[*].backupFinishedTime,MESSAGES:.status.currentBackups[*].backupMessage'";

/** How Services of user clusters are tried that KubeLB gives addresses, as a sentence; its users switch it on, cluster by cluster. */
function throughHub(read: Reader): string {
  const served = () => read.rule(servedByHub).datacenters;
  if (read.aside(served).length === 0) return "";
  const datacenters = served();
  read.cite("kkp.kubelb");
  return ` Switch KubeLB on in ${datacenters.length > 10 ? `those of ${datacenters.length} datacenters` : `that of ${listed(datacenters.map((id) => datacenterName(read, id)))}`} as you create it, where nothing enforces it: a test Service of type LoadBalancer there gets an address of KubeLB's block, and answers at it.`;
}

/** What must work before the platform is handed over. */
export const acceptance: StepRule = rule({
  id: "runbook.acceptance",
  title: "Step: acceptance",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.etcd-backups", "kkp.mla-user-cluster"],
  derive: (read) => {
    const domain = read.answer(project.plan.domain);
    const port = platformPort(read);
    const { url } = read.rule(tokenIssuer);
    const all = read.rule(seeds);
    const backedUp = all.filter((seed) => read.answer(storage.cluster.backupTarget, seed) !== "none");
    const { interval } = read.rule(etcdSchedule);
    const datacenters = read.subjects("datacenter").map((id) => datacenterName(read, id));
    const { rows } = rowsFrom(read, flowRules);
    const unnamed = read.fact(ports.workloads);
    const apart = podsApart(read, all);
    const admitted = proxySourcesSeen(read, all);
    const first = runsAlready(read) ? "" : "; the first person who does becomes administrator, so let it be one of the platform team";
    const { rows: hosts, missing } = rowsFrom(read, hostRules);
    const stray = all.map((seed) => ({ seed, rows: read.rule(strayDatacenters, seed) })).filter((one) => one.rows.length > 0);
    const where = backedUp.length < all.length ? ` on ${listed(backedUp.map((seed) => clusterName(read, seed)))}` : "";
    const backups = backedUp.length === 0 ? "" : ` After ${inHours(interval)} each user cluster${where} shows an etcd backup that ended since and is Completed; one that Failed says why beside it.`;
    const watched = read.maybe(monitoring.plan.userClusterMla);
    const sent = watched.kind === "known" && watched.value ? " Tick user cluster logging and monitoring as you create it: metrics and logs of it come up in Grafana of its Seed." : "";
    return [
      {
        id: "step.acceptance",
        title: "Accept the platform",
        text: `Log in at https://${domain}${port} as a user of the identity source${first}. Create a user cluster in ${datacenters.length > 10 ? `each of ${datacenters.length} datacenters` : (datacenters.length > 1 ? `each of ${listed(datacenters)}` : (datacenters[0] ?? "the first datacenter"))}${choices(read, stray.flatMap((one) => one.rows))}, wait for its nodes, and read it with the kubeconfig from the dashboard.${byHand(read)}${throughHub(read)}${sent} ${formatCount(hosts.length, "name")} of the certificate chapter${soFar(missing)} ${hosts.length === 1 ? "opens" : "open"} without a warning.${fromOutside(read)}${rows.length === 0 ? "" : ` From a machine of each source, \`nc -vz\` now connects to every TCP row of the firewall table${rows.some((row) => row.ports === unnamed) ? " but those to Services of user clusters, which tenants try themselves" : ""}.`}${apart.text}${admitted.text}${backups}`,
        commands: [
          `curl -fsSI https://${domainWord(read)}${port} | head -n 1`,
          ...(url.kind === "known" ? [`curl -fsS ${quote(`${url.value.replace(/\/$/, "")}/.well-known/openid-configuration`)}`] : []),
          atCluster(read, read.rule(masterCluster)),
          "kubectl -n kubermatic get seeds",
          ...backedUp.flatMap((seed) => [atCluster(read, seed), BACKUPS]),
          ...apart.commands,
          ...admitted.commands,
          ...stray.flatMap(({ seed }) => [atCluster(read, seed), "kubectl get clusters -o custom-columns=NAME:.metadata.name,DATACENTER:.spec.cloud.dc,STRATEGY:.spec.exposeStrategy"]),
        ],
        from: read.cell,
        why: `It proves names, certificates, firewall and accounts of ${domain} in one go, from where people sit.`,
      },
    ];
  },
});
