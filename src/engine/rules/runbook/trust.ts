import { certificateNames } from "../../facts/certificates.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { capital } from "../../values/sentence.ts";
import { masterCluster } from "../basics/platform.ts";
import { clusterProxyNamespaces } from "../certificates/interfaces.ts";
import { titlesOf } from "../identity/connectors.ts";
import { issuerRootIsPrivate, rootsOfDex, sourcesOfDex } from "../identity/source-root.ts";
import { bundleNeedsRoot, issuer, proxiesNeedRoot, rootComesLater, rootIsMade } from "../certificates/issuer.ts";
import { issuingClusters } from "./issuing-clusters.ts";
import { applied, atCluster, namespaced, onlyInstalling, type StepRule } from "./step.ts";

/** Writes the bundle into the master. It is too large for the note that an apply on the client leaves behind. */
function bundleLines(read: Reader, file: string): readonly string[] {
  const { configMap } = read.fact(certificateNames.caBundle);
  return [
    atCluster(read, read.rule(masterCluster)),
    namespaced("kubermatic"),
    `kubectl -n kubermatic create configmap ${configMap} --from-file=ca-bundle.pem=${file} --dry-run=client -o yaml | kubectl apply --server-side --force-conflicts -f -`,
  ];
}

/** Puts the private root beside the public ones, and hands it to KKP and to the proxies of every cluster. */
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
  return [`cat "$KUBERMATIC_CHARTS_DIRECTORY"/${publicRoots} ca.crt > ca-bundle.pem`, ...bundleLines(read, "ca-bundle.pem"), ...proxies];
}

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
      return [
        {
          id: "step.private-root",
          title: "Give KKP a bundle of its own",
          text: `It holds no root of cert-manager for now; that one follows as soon as it is made.${issuerRootText(read)}`,
          commands: issuerRootIsPrivate(read)
            ? [`cat "$KUBERMATIC_CHARTS_DIRECTORY"/${publicRoots} ${ISSUER_ROOT} > ca-bundle.pem`, ...bundleLines(read, "ca-bundle.pem")]
            : bundleLines(read, `"$KUBERMATIC_CHARTS_DIRECTORY"/${publicRoots}`),
          from,
          why: `spec.caBundle names ${configMap}, and the operator waits for it; the name ca-bundle belongs to its own chart.`,
        },
      ];
    }
    const made = rootIsMade(read);
    return [
      {
        id: "step.private-root",
        title: "Hand out the private root",
        text: `ca.crt holds the private root${made ? `, which the first command takes from its Secret.${issuerRootText(read)}` : "; where there are several, all of them."} ca-bundle.pem has it beside the public roots that KKP ships; drop those that nothing needs.`,
        commands: [...(made ? rootFromSecret(read) : []), ...rootLines(read)],
        from,
        why: "KKP checks the token issuer against this bundle; with another root every login to a user cluster is refused.",
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
        text: `The first commands wait until the Certificate of the root has filled its Secret, and take the root from there.${issuerRootText(read)} Give ca.crt to every desk, to this machine and into the images of workers as well.`,
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
