import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { bundleReaders, storeRootFile } from "../../facts/store-root.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { capital, listed } from "../../values/sentence.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { masterCluster, runsAlready } from "../basics/platform.ts";
import { clusterProxyNamespaces } from "../certificates/interfaces.ts";
import { titlesOf } from "../identity/connectors.ts";
import { issuerRootIsPrivate, rootsOfDex, sourcesOfDex } from "../identity/source-root.ts";
import { bundleApis, rootFileOf } from "../certificates/api-root.ts";
import { bundleNeedsRoot, issuer, proxiesNeedRoot, rootComesLater, rootIsMade, rootIsPrivate } from "../certificates/issuer.ts";
import { countsUsage } from "../storage/metering.ts";
import { bundleStores, needBundleStores, storeCallers } from "../storage/store-root.ts";
import { issuingClusters } from "./issuing-clusters.ts";
import { applied, atCluster, namespaced, onlyInstalling, type StepRule } from "./step.ts";

/** Writes the bundle into a cluster. It is too large for the note that an apply on the client leaves behind. */
function bundleLines(read: Reader, cluster: string, file: string): readonly string[] {
  const { configMap } = read.fact(certificateNames.caBundle);
  const { key, namespace } = read.fact(bundleReaders);
  return [
    atCluster(read, cluster),
    namespaced(namespace),
    `kubectl -n ${namespace} create configmap ${configMap} --from-file=${key}=${file} --dry-run=client -o yaml | kubectl apply --server-side --force-conflicts -f -`,
  ];
}

/** Writes it into the master, and into Seeds apart where Jobs of metering mount it by this name: KKP copies it there under another one. */
const toPlatform = (read: Reader, file: string): readonly string[] => [
  ...bundleLines(read, read.rule(masterCluster), file),
  ...(countsUsage(read) ? read.subjects("cluster").filter((cluster) => read.answer(infrastructure.cluster.role, cluster) === "seed") : []).flatMap((seed) => bundleLines(read, seed, file)),
];

/** A root in a file of its own beside that of the platform. `of`: whose it is, `from`: who hands it over, `checked`: what is checked against it. */
interface FurtherRoot {
  readonly file: string;
  readonly of: string;
  readonly from: string;
  readonly checked: readonly string[];
}

/** Those of object stores and of infrastructures. */
function furtherRoots(read: Reader): readonly FurtherRoot[] {
  needBundleStores(read);
  const stores = read.optionalRule(bundleStores);
  const apis = read.optionalRule(bundleApis) ?? [];
  return [
    ...(stores ? [{ file: read.fact(storeRootFile).file, of: "your object stores", from: "the storage team", checked: [`the store of ${listed(stores)}`] }] : []),
    ...[...new Set(apis.map((title) => rootFileOf(read, title)))].map((file) => {
      const checked = apis.filter((title) => rootFileOf(read, title) === file);
      return { file, of: listed(checked), from: "the infrastructure team", checked };
    }),
  ];
}

/** Puts the private roots beside the public ones, and hands them to KKP; that of tokens goes to the proxies of every cluster as well. */
function rootLines(read: Reader): readonly string[] {
  const { publicRoots } = read.fact(certificateNames.caBundle);
  const proxies = proxiesNeedRoot(read)
    ? read.subjects("cluster").flatMap((cluster) => {
        const namespaces = read.optionalRule(clusterProxyNamespaces, cluster) ?? [];
        return namespaces.length === 0
          ? []
          : [atCluster(read, cluster), ...namespaces.flatMap((namespace) => [namespaced(namespace), applied(`kubectl -n ${namespace} create secret generic platform-root --from-file=ca.crt`)])];
      })
    : [];
  const files = [...(namesAndTokensAreOwn(read) ? ["ca.crt"] : []), ...furtherRoots(read).map(({ file }) => file)];
  return [`cat "$KUBERMATIC_CHARTS_DIRECTORY"/${publicRoots} ${files.join(" ")} > ca-bundle.pem`, ...toPlatform(read, "ca-bundle.pem"), ...proxies];
}

/** Whether certificates of the platform, or those of the issuer of tokens, end at a private root. */
const namesAndTokensAreOwn = (read: Reader): boolean => rootIsPrivate(read) || issuerRootIsPrivate(read);

/** The root of an issuer in place of Dex, where it is private as well. */
const ISSUER_ROOT = "issuer-root.crt";

/** Takes the root that cert-manager has made from its Secret, and puts the issuer's beside it. */
const rootFromSecret = (read: Reader): readonly string[] => [
  atCluster(read, read.rule(masterCluster)),
  ...(rootComesLater(read) ? [`kubectl -n cert-manager wait certificate/${read.rule(issuer).rootSecret ?? ""} --for=condition=Ready --timeout=5m`] : []),
  `kubectl -n cert-manager get secret ${read.rule(issuer).rootSecret ?? ""} -o jsonpath='{.data.ca\\.crt}' | base64 -d > ca.crt`,
  "openssl x509 -in ca.crt -noout -subject -enddate",
  ...(issuerRootIsPrivate(read) ? [`cat ${ISSUER_ROOT} >> ca.crt`] : []),
];

/** What stands on the file that the customer brings. */
const issuerRootText = (read: Reader): string => (issuerRootIsPrivate(read) ? ` ${ISSUER_ROOT} is the root of the issuer of tokens, from the team that runs it.` : "");

/** What the further files are, as sentences with a blank before each. */
const furtherText = (read: Reader): string => furtherRoots(read).map(({ file, of, from }) => ` ${file} is the root of ${of}, from ${from}.`).join("");

/** Hands a private root to everything on the master that checks certificates; a root that is still to be made is left out. */
export const privateRootStep: StepRule = rule({
  id: "runbook.private-root",
  title: "Step: private root",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    if (!bundleNeedsRoot(read)) return read.notApplicable("The root is known everywhere.");
    onlyInstalling(read);
    const { configMap, publicRoots } = read.fact(certificateNames.caBundle);
    const from = read.cell;
    if (rootComesLater(read)) {
      const others = [...(issuerRootIsPrivate(read) ? [ISSUER_ROOT] : []), ...furtherRoots(read).map(({ file }) => file)];
      return [
        {
          id: "step.private-root",
          title: "Give KKP a bundle of its own",
          text: `It holds no root of cert-manager for now; that one follows as soon as it is made.${issuerRootText(read)}${furtherText(read)}`,
          commands: others.length > 0
            ? [`cat "$KUBERMATIC_CHARTS_DIRECTORY"/${publicRoots} ${others.join(" ")} > ca-bundle.pem`, ...toPlatform(read, "ca-bundle.pem")]
            : toPlatform(read, `"$KUBERMATIC_CHARTS_DIRECTORY"/${publicRoots}`),
          from,
          why: `spec.caBundle names ${configMap}, and the operator waits for it; the name ca-bundle belongs to its own chart.`,
        },
      ];
    }
    const made = rootIsMade(read);
    const own = namesAndTokensAreOwn(read);
    const more = furtherRoots(read);
    const held = own ? `ca.crt holds the private root${made ? `, which the first command takes from its Secret.${issuerRootText(read)}` : "; where there are several, all of them."}${furtherText(read)}` : furtherText(read).trimStart();
    return [
      {
        id: "step.private-root",
        title: own ? "Hand out the private root" : `Give KKP the root of ${listed(more.map(({ of }) => of.replace("your", "the")))}`,
        text: `${held} ca-bundle.pem has ${more.length + (own ? 1 : 0) > 1 ? "them" : "it"} beside the public roots that KKP ships; drop those that nothing needs.`,
        commands: [...(made ? rootFromSecret(read) : []), ...rootLines(read)],
        from,
        why: own ? "KKP checks the token issuer against this bundle; with another root every login to a user cluster is refused." : `KKP checks ${listed(more.flatMap(({ checked }) => checked))} against this bundle, and refuses one whose root is not in it.`,
      },
    ];
  },
});

/** Adds the root of a store that comes with an upgrade to the bundle that runs. */
export const bundleOnUpgradeStep: StepRule = rule({
  id: "runbook.bundle-on-upgrade",
  title: "Step: root of a new store in KKP's bundle",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    if (!runsAlready(read)) return read.notApplicable("The bundle is made with the platform.");
    const parts = new Set(read.subjects("cluster").flatMap((cluster) => (read.optionalRule(storeCallers, cluster) ?? []).map(({ part }) => part)));
    const fresh = [...(parts.has("exporter") && comesNew(read, "backups") ? ["etcd" as const] : []), ...(parts.has("metering") && comesNew(read, "metering") ? ["metering" as const] : [])];
    if (fresh.length === 0) return read.notApplicable("No store that KKP calls comes new.");
    const { key, namespace, copied, ...words } = read.fact(bundleReaders);
    const { file } = read.fact(storeRootFile);
    const { configMap } = read.fact(certificateNames.caBundle);
    return [
      {
        id: "step.bundle-on-upgrade",
        title: "Add the root of the object stores to KKP's bundle",
        text: `${file} is the root of your object stores, from the storage team. The first commands take the bundle that runs, whatever it is called, and put the root behind it; ${configMap} holds both from then on.`,
        commands: [
          atCluster(read, read.rule(masterCluster)),
          `BUNDLE=$(kubectl -n ${namespace} get kubermaticconfigurations -o jsonpath='{.items[0].spec.caBundle.name}')`,
          `(kubectl -n ${namespace} get configmap "\${BUNDLE:-${copied}}" -o jsonpath='{.data.${key.replace(".", "\\.")}}'; echo; cat ${file}) > ca-bundle.pem`,
          ...toPlatform(read, "ca-bundle.pem"),
        ],
        from: read.cell,
        why: `KKP checks the store of ${listed(fresh.map((word) => words[word]))} against this bundle, and refuses one whose root is not in it.`,
      },
    ];
  },
});

/** The same for a root that cert-manager has made, once it is there. */
export const madeRootStep: StepRule = rule({
  id: "runbook.made-root",
  title: "Step: root that was made",
  per: "plan",
  sources: ["kkp.certificates", "cert-manager.self-signed"],
  derive: (read) => {
    if (!rootComesLater(read)) return read.notApplicable("The private root, if there is one, is known before the installation.");
    return [
      {
        id: "step.made-root",
        title: "Hand out the root that was made",
        text: `The first commands wait until the Certificate of the root has filled its Secret, and take the root from there.${issuerRootText(read)}${furtherText(read)} Give ca.crt to every desk, to this machine and into the images of workers as well.`,
        commands: [
          ...rootFromSecret(read),
          ...rootLines(read),
        ],
        from: read.cell,
        why: "KKP checks the token issuer against this bundle; until the root stands in it every login to a user cluster is refused.",
      },
    ];
  },
});

/** Puts the roots of identity sources where Dex mounts them. */
export const sourceRootStep: StepRule = rule({
  id: "runbook.source-root",
  title: "Step: root of the identity source",
  per: "plan",
  sources: ["dex.chart", "kkp.code.dex-values"],
  derive: (read) => {
    const asked = sourcesOfDex(read);
    if (asked.length === 0) return read.notApplicable("Nothing has to be mounted into Dex.");
    const { namespace, configMap, key } = rootsOfDex;
    const file = `${configMap}.crt`;
    return [
      {
        id: "step.source-root",
        title: `Hand the root of “${titlesOf(asked)}” to Dex`,
        text: `${file} is the root at which the certificate of “${titlesOf(asked)}” ends, from the team that runs it${asked.length > 1 ? "; where there are several, all of them" : ""}.`,
        commands: [atCluster(read, read.rule(masterCluster)), namespaced(namespace), applied(`kubectl -n ${namespace} create configmap ${configMap} --from-file=${key}=${file}`)],
        from: read.cell,
        why: "Dex mounts this ConfigMap and does not start without it, so it comes before the installer is run.",
      },
    ];
  },
});

/** The key with which cert-manager signs, where it lies in every cluster that asks for certificates. */
export const caKeyStep: StepRule = rule({
  id: "runbook.ca-key",
  title: "Step: key of the CA",
  per: "plan",
  sources: ["cert-manager.ca"],
  derive: (read) => {
    onlyInstalling(read);
    const { caSecret, authority } = read.rule(issuer);
    if (caSecret === undefined) return read.notApplicable("No key of a CA is brought into the cluster.");
    return [
      {
        id: "step.ca-key",
        title: "Enter the key of the CA",
        text: "tls.crt holds the intermediate CA with its chain, tls.key its key from the secret store; both are deleted afterwards.",
        commands: [
          ...issuingClusters(read).flatMap((cluster) => [atCluster(read, cluster), namespaced("cert-manager"), applied(`kubectl -n cert-manager create secret tls ${caSecret} --cert=tls.crt --key=tls.key`)]),
          "rm tls.crt tls.key",
        ],
        from: read.cell,
        why: `${capital(authority)} signs nothing before it finds this Secret.`,
      },
    ];
  },
});
