import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { capital, listed } from "../../values/sentence.ts";
import { urlHost } from "../../values/url-host.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { publicSixOfEntry } from "../addresses/second-reach.ts";
import { filled, filledValue } from "../basics/filled.ts";
import { formatCount } from "../../values/figures.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, releaseIn, runsAlready } from "../basics/platform.ts";
import { requestRules } from "../certificates/index.ts";
import { bundleNeedsRoot, issuer, rootComesLater, rootIsPrivate } from "../certificates/issuer.ts";
import { serviceName } from "../../dns-services/registry.ts";
import { solverWebhook } from "../certificates/solver-webhook.ts";
import { externalDns } from "../dns/external-dns.ts";
import { forwarding } from "../firewall/forwarding.ts";
import { releaseIsCarried } from "../internet/offline.ts";
import { issuerRootIsPrivate } from "../identity/source-root.ts";
import { bundleStores } from "../storage/store-root.ts";
import { certificatesStand } from "../certificates/standing.ts";
import type { CertificateSecret } from "../../plan/plan.ts";
import { dialledFrom } from "./dialled.ts";
import { isHandedOut, itemOf, itemsFor, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { afterLikeNodes, likeNodes } from "./made-network.ts";
import { ALLOW_LIST, REPOSITORY } from "./uses.ts";

/** The address that shows whether challenges get through, where external-dns enters the names only when the platform is there; undefined where the names are there before, or nobody knows the address before. */
function challengedAddress(read: Reader, cluster: string): Value<string> | undefined {
  if (!read.optionalRule(externalDns) || runsAlready(read)) return undefined;
  const led = read.outcome(forwarding, cluster);
  if (led.kind === "known") return led.value.address;
  const entry = read.outcome(entryAddress, cluster);
  return entry.kind === "known" && entry.value.address.kind !== "later" ? entry.value.address : undefined;
}

/** What is looked at before an upgrade where certificates stay that people brought: nothing renews them. */
const inUseWords = (name: string, names: readonly string[], secrets: readonly CertificateSecret[]): ItemWords => ({
  title: `Certificate in use of ${name}, valid beyond the upgrade`,
  team: "pki",
  chapter: "certificates",
  verify: `${listed(secrets.map((secret) => `${secret.namespace}/${secret.name}`))}: \`kubectl -n NAMESPACE get secret NAME -o jsonpath='{.data.tls\\.crt}' | base64 -d | openssl x509 -noout -enddate -ext subjectAltName\` shows a day after the upgrade${secrets.length === 1 ? "" : " for each"} and ${listed(names)}${secrets.length === 1 ? "" : " in all"}`,
  why: `Nothing renews it by itself, and browsers refuse ${name} from the day on which it runs out.`,
});

/** What each way of issuance needs before the installation. */
export const certificateItems = requestRules.map((source) =>
  itemsFor(source, ({ names, cluster, inUse, secrets }, read) => {
    const { challenge, by, authority, onInternet } = read.rule(issuer);
    if (inUse && by === "hand") return inUseWords(clusterName(read, cluster), names, secrets);
    if (by !== "hand" && certificatesStand(read, cluster)) return undefined;
    const count = formatCount(names.length, "name");
    const name = clusterName(read, cluster);
    if (by === "cert-manager" && challenge !== "http01") return undefined;
    if (challenge === "http01") {
      const entry = read.outcome(entryAddress, cluster);
      const later = entry.kind === "known" && isHandedOut(entry.value.address);
      const dialled = later ? undefined : challengedAddress(read, cluster);
      const host = dialled === undefined ? ` with ${names.length === 1 ? names.join() : `each of ${listed(names)}`}` : dialled.kind === "known" ? urlHost(dialled.value) : " with the address that the authority dials";
      const six = onInternet ? publicSixOfEntry(read, cluster) : undefined;
      if (six) read.cite("letsencrypt.ipv6");
      const apart = six && dialled?.kind === "known" && six.kind === "known" ? ` and of http://${urlHost(six.value)}` : "";
      const tried = six && apart === "" ? "`curl -4 -I` and `curl -6 -I`" : "`curl -I`";
      const shown = `${tried} of http://${host}${apart} from ${onInternet ? "outside" : "there"}`;
      return {
        title: `TCP 80 from ${onInternet ? "the internet" : authority} to the entry of ${name}`,
        team: "security",
        chapter: "certificates",
        verify: later
          ? `The firewall lets TCP 80 through to whatever address the load balancer of ${name} gets, or somebody is named who adds the row on the day; ${shown} is tried at the acceptance`
          : `After ${shown}, the firewall's log shows a connection that was let through; an answer comes at the acceptance only`,
        why: `${capital(authority)} proves ${count} by it, at the first issue and at every renewal${six ? ", and takes IPv6 first" : ""}.`,
        after: dialled === undefined && !later ? ["records"] : [],
        blockedBy: dialled === undefined ? [] : openIn(dialled),
      };
    }
    return {
      title: `Certificate with ${count} for ${name}, and the CA it is signed by`,
      team: "pki",
      chapter: "certificates",
      verify: `\`openssl x509 -in tls.crt -noout -ext subjectAltName\` lists ${listed(names)}; \`openssl verify\` accepts it with the CA file`,
      why: `Browsers and the API of ${name} check these names; the key goes into the secret store and never into the repository.`,
    };
  }),
);

/** What the issuer needs before the first certificate. */
export const issuerItems: Rule<readonly Draft[]> = rule({
  id: "checklist.issuer",
  title: "Checklist: issuer",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) =>
    read.rule(issuer).prepare.filter(({ forEachRelease }) => forEachRelease === true || !isRunning(read, "certificates")).map(({ id, title, team, why, verify, inRepository }) =>
      itemOf(read, `issuer-${id}`, {
        uses: inRepository ? [REPOSITORY] : [],
        title: filled(read, title, issuerQuestions.plan),
        team,
        chapter: "certificates",
        verify: filled(read, verify, issuerQuestions.plan),
        why,
        blockedBy: openIn(filledValue(read, `${title} ${verify}`, issuerQuestions.plan)),
      }),
    ),
});

/** The webhook that cert-manager needs for the zone, which neither KKP nor cert-manager brings. */
export const webhookItems: Rule<readonly Draft[]> = rule({
  id: "checklist.solver-webhook",
  title: "Checklist: webhook of DNS-01",
  per: "plan",
  sources: ["cert-manager.dns01"],
  derive: (read) => {
    const { service, chart } = read.rule(solverWebhook);
    const { id } = releaseIn(read);
    const mirrored = releaseIsCarried(read) ? "in the private registry" : "on the list of hosts that the firewall lets through";
    return [
      itemOf(read, "solver-webhook", {
        title: `Webhook of cert-manager for ${serviceName(service)}${chart ? ` (${chart.name})` : ""}: version chosen, somebody who keeps it, chart and images ${mirrored}`,
        team: "platform",
        chapter: "certificates",
        verify: chart
          ? `\`helm show chart ${chart.name} --repo ${chart.repository}\` prints the chosen version where there is internet; on a machine ${likeNodes(read)}, \`crictl pull\` of ${chart.image} succeeds, under its name in the private registry where there is one`
          : `\`helm show chart\` prints the chosen version; on a machine ${likeNodes(read)}, \`crictl pull\` of its image succeeds`,
        after: afterLikeNodes(read),
        uses: [...dialledFrom(read), ALLOW_LIST, ...(releaseIsCarried(read) ? ["mirror-registry"] : [])],
        why: `KKP ${id} brings cert-manager alone: without this chart of other makers no challenge is written, and every new cert-manager may ask for a new version of it.`,
      }),
    ];
  },
});

/** A root that nobody trusts before it is handed out. */
export const rootItems: Rule<readonly Draft[]> = rule({
  id: "checklist.private-root",
  title: "Checklist: private root",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    onlyForNew(read);
    if (!bundleNeedsRoot(read)) return read.notApplicable("Machines and browsers trust the root as they are.");
    const item = { chapter: "certificates", team: "pki" } as const;
    const clients = "every desk, the machine from which the installation is run, and the images of worker machines";
    const later = rootComesLater(read);
    const bundle = itemOf(read, "root-bundle", { ...item, title: "ca-bundle.pem with the private root and all public roots that are still needed", verify: "`grep -c 'BEGIN CERTIFICATE' ca-bundle.pem` counts more than the private roots alone", why: "KKP trusts this file and nothing else, on the master, on Seeds and in user clusters; a bundle without public roots cuts off whatever public is called." });
    const handOut = later
      ? { title: `Somebody who hands a new root to ${clients} on the day of the installation`, verify: "A root made for the trial reaches a desk, the installing machine and the image of a worker by that way, and is taken back", why: "cert-manager makes the private root only while the platform is installed; until it is handed out, browsers warn and kubectl with a login is refused." }
      : { title: `Private root on ${clients}`, verify: "The system's own list of trusted authorities holds it on a desk, on the installing machine and on a test machine from the worker image; once the platform stands, `curl` https:// with the base domain ends there without a warning", why: "Browsers, kubectl with a login, and kubelets check names of the platform against it; KKP hands it to its own components only." };
    return [...(later && !issuerRootIsPrivate(read) && read.optionalRule(bundleStores) === undefined ? [] : [bundle]), ...(rootIsPrivate(read) ? [itemOf(read, "root-clients", { ...item, ...handOut, team: "security" })] : [])];
  },
});
