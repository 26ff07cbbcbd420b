import { rule, type Reader } from "../../kernel/rule.ts";
import { thenRemoved } from "../../values/shell.ts";
import { runsAlready } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { issuingClusters } from "./issuing-clusters.ts";
import { applied, atCluster, folderOf, namespaced, onlyInstalling, type StepRule } from "./step.ts";

const NAMESPACE = "cert-manager";

/** Files in which an account for reviews is handed over, in the folder of a cluster. */
const filesOf = (folder: string, account: string): readonly [token: string, root: string] => [`${folder}/${account}.jwt`, `${folder}/${account}-ca.crt`];

/** Lines that wait for an issuer which has tokens reviewed, and delete what was handed over for it: that it is ready shows that whoever signs has both files. */
export function reviewedLines(read: Reader, cluster: string): readonly string[] {
  const { tokenReview } = read.rule(issuer);
  if (!tokenReview || runsAlready(read)) return [];
  return [thenRemoved("kubectl wait clusterissuers --all --for=condition=Ready --timeout=5m", filesOf(folderOf(read, cluster), tokenReview.account))];
}

/** What whoever signs needs of each cluster that stands, before the issuer is applied there. */
export const tokenReviewStep: StepRule = rule({
  id: "runbook.token-review",
  title: "Step: review of tokens by the issuer",
  per: "plan",
  sources: ["cert-manager.vault"],
  derive: (read) => {
    onlyInstalling(read);
    const { tokenReview } = read.rule(issuer);
    if (!tokenReview) return read.notApplicable("The issuer has no token reviewed.");
    read.cite(...tokenReview.sources);
    const { account, title, text } = tokenReview;
    const secret = (field: string) => `kubectl -n ${NAMESPACE} get secret ${account} -o jsonpath='{.data.${field}}' | base64 -d`;
    return [
      {
        id: "step.token-review",
        title,
        text,
        commands: issuingClusters(read).flatMap((cluster) => {
          const [token, root] = filesOf(folderOf(read, cluster), account);
          return [
            atCluster(read, cluster),
            namespaced(NAMESPACE),
            applied(`kubectl -n ${NAMESPACE} create serviceaccount ${account}`),
            applied(`kubectl create clusterrolebinding ${account} --clusterrole=system:auth-delegator --serviceaccount=${NAMESPACE}:${account}`),
            "kubectl apply -f - <<'EOF'",
            "apiVersion: v1",
            "kind: Secret",
            "metadata:",
            `  name: ${account}`,
            `  namespace: ${NAMESPACE}`,
            `  annotations: { kubernetes.io/service-account.name: ${account} }`,
            "type: kubernetes.io/service-account-token",
            "EOF",
            applied(`kubectl -n ${NAMESPACE} create role cert-manager-token --verb=create --resource=serviceaccounts/token --resource-name=cert-manager`),
            applied(`kubectl -n ${NAMESPACE} create rolebinding cert-manager-token --role=cert-manager-token --serviceaccount=${NAMESPACE}:cert-manager`),
            `kubectl auth can-i create tokenreviews.authentication.k8s.io --as=system:serviceaccount:${NAMESPACE}:${account}`,
            `${secret("token")} > ${token}`,
            `${secret("ca\\.crt")} > ${root}`,
            "kubectl config view --minify -o jsonpath='{.clusters[0].cluster.server}'",
          ];
        }),
        from: read.cell,
        why: `${account} may have tokens reviewed and nothing else, and cert-manager may make tokens of its own service account; an issuer without both never becomes ready.`,
      },
    ];
  },
});
