import { rule } from "../../kernel/rule.ts";
import { capital } from "../../values/sentence.ts";
import { masterCluster } from "../basics/platform.ts";
import { proxyNamespaces } from "../certificates/interfaces.ts";
import { bundleNeedsRoot, issuer, proxiesNeedRoot, rootIsPrivate } from "../certificates/issuer.ts";
import { atCluster, type StepRule } from "./step.ts";

const namespaced = (namespace: string): string => `kubectl create namespace ${namespace} --dry-run=client -o yaml | kubectl apply -f -`;

/** Hands a private root to everything on the master that checks certificates. */
export const privateRootStep: StepRule = rule({
  id: "runbook.private-root",
  title: "Step: private root",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    if (!bundleNeedsRoot(read)) return read.notApplicable("The root is known everywhere.");
    const makesRoot = rootIsPrivate(read) && read.rule(issuer).makesRoot;
    const cluster = read.rule(masterCluster);
    const proxies = proxiesNeedRoot(read) ? read.rule(proxyNamespaces) : [];
    return [
      {
        id: "step.private-root",
        title: "Hand out the private root",
        text: `ca-bundle.pem holds the private root and every public root that is still needed; ca.crt holds the private root alone.${makesRoot ? " The root exists once its Certificate is ready; run this step again then, and before that leave the private root out." : ""} A Seed apart from the master gets the same Secrets in its own namespaces.`,
        commands: [
          atCluster(read, cluster),
          namespaced("kubermatic"),
          "kubectl -n kubermatic create configmap ca-bundle --from-file=ca-bundle.pem --dry-run=client -o yaml | kubectl apply -f -",
          ...proxies.flatMap((namespace) => [namespaced(namespace), `kubectl -n ${namespace} create secret generic platform-root --from-file=ca.crt --dry-run=client -o yaml | kubectl apply -f -`]),
        ],
        from: read.cell,
        why: "KKP checks the token issuer against this bundle; with another root every login to a user cluster is refused.",
      },
    ];
  },
});

/** The key with which cert-manager signs, where it lies in the cluster. */
export const caKeyStep: StepRule = rule({
  id: "runbook.ca-key",
  title: "Step: key of the CA",
  per: "plan",
  sources: ["cert-manager.ca"],
  derive: (read) => {
    const { caSecret, authority } = read.rule(issuer);
    if (caSecret === undefined) return read.notApplicable("No key of a CA is brought into the cluster.");
    return [
      {
        id: "step.ca-key",
        title: "Enter the key of the CA",
        text: "tls.crt holds the intermediate CA with its chain, tls.key its key from the secret store; delete both files afterwards.",
        commands: [
          atCluster(read, read.rule(masterCluster)),
          namespaced("cert-manager"),
          `kubectl -n cert-manager create secret tls ${caSecret} --cert=tls.crt --key=tls.key --dry-run=client -o yaml | kubectl apply -f -`,
          "rm tls.crt tls.key",
        ],
        from: read.cell,
        why: `${capital(authority)} signs nothing before it finds this Secret.`,
      },
    ];
  },
});
