import { gatewayAccess } from "../../facts/releases.ts";
import { rule } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { ownGatewayName } from "../basics/entry-names.ts";
import { installedRelease, masterCluster, releaseIn, replacedEntry } from "../basics/platform.ts";
import { clusterProxyNamespaces } from "../certificates/interfaces.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { certificateObjects } from "./certificate-objects.ts";
import { issuerSecrets, issuerWords } from "./certificates.ts";
import { servingMeanwhile } from "./gateway-trial.ts";
import { plugInLines } from "./issuer-plug-in.ts";
import { webhookLines } from "./solver-webhook.ts";
import { reviewedLines } from "./token-review.ts";
import { atCluster, certManagerByHand, folderOf, namespaced, type StepRule } from "./step.ts";
import { replacesDex } from "../identity/token-issuer.ts";

/** A Gateway of the customer with everything that KKP leaves to it, before the installer waits for it. */
export const ownGateway: StepRule = rule({
  id: "runbook.own-gateway",
  title: "Step: Gateway of the customer",
  per: "plan",
  sources: ["kkp.gateway-api", "kkp.code.gateway-sync"],
  derive: (read) => {
    const { entry } = releaseIn(read);
    if (!entry.own) return read.notApplicable("KKP brings the entry.");
    const { namespace, name } = ownGatewayName(read);
    const cluster = read.rule(masterCluster);
    const { by, challenge } = read.rule(issuer);
    const { secrets } = read.rule(certificateRequest, cluster);
    const upgrade = read.optionalRule(installedRelease);
    const folder = folderOf(read, cluster);
    const [first] = secrets;
    const former = (read.optionalRule(replacedEntry) ?? upgrade)?.entry.secrets[0];
    const issued = by !== "hand" && first !== undefined;
    const challenged = issued && challenge === "http01";
    // cert-manager hangs its answer to a challenge into the namespace of the certificate, which is that of the Gateway.
    const access = [...new Set(["kubermatic", ...(replacesDex(read) ? [] : ["dex"]), ...(read.optionalRule(clusterProxyNamespaces, cluster) ?? []), ...(challenged ? [namespace] : [])])];
    const waits = issued && challenge !== "http01";
    const certificates = !issued
      ? []
      : [
          namespaced(namespace),
          ...(challenge === "http01" && former ? [servingMeanwhile(namespace, first.name, former)] : []),
          ...certManagerByHand("values.yaml"),
          ...issuerSecrets(read, cluster).commands,
          ...webhookLines(read, cluster),
          ...plugInLines(read),
          `kubectl apply -f ${folder}/clusterissuer.yaml`,
          ...reviewedLines(read, cluster),
          ...certificateObjects(read, secrets),
          ...(waits ? [`kubectl -n ${quote(namespace)} wait ${secrets.map((secret) => quote(`certificate/${secret.name}`)).join(" ")} --for=condition=Ready --timeout=15m`] : []),
        ];
    const later = challenge === "http01" ? " They become ready when their records lead to your Gateway, in steps that follow." : "";
    const words = issued ? ` ${issuerWords(read, cluster)} The installer brings no cert-manager beside a Gateway of yours, and nobody else asks for these certificates.${later}` : "";
    return [
      {
        id: "step.own-gateway",
        title: `Make your Gateway ready for the platform`,
        text: `${name} in the namespace ${namespace} has a listener on port 80 and one on port 443 for each served name, which lead to the Secrets of the certificate chapter and let in routes of namespaces with this label.${challenged ? ` ${namespace} has it too, because routes of challenges come and go there.` : ""}${words}`,
        commands: [
          atCluster(read, cluster),
          ...access.flatMap((one) => [namespaced(one), `kubectl label namespace ${quote(one)} ${read.fact(gatewayAccess)} --overwrite`]),
          ...certificates,
          `kubectl -n ${quote(namespace)} wait ${quote(`gateway/${name}`)} --for=condition=Programmed --timeout=5m`,
        ],
        from: read.cell,
        why: `KKP hangs its routes onto ${name} and does nothing else there: no listener, no certificate, no right of a namespace.`,
      },
    ];
  },
});
