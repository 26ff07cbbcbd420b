import type { Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { masterCluster, releaseIn } from "../basics/platform.ts";
import { foreignIssuer } from "../certificates/issuer-reference.ts";
import { certificateRequest } from "../certificates/requests.ts";

/** Leads cert-manager from the object that KKP has made for dashboard and API to an issuer by a plug-in; nothing where KKP names the issuer, or asks for no certificate. */
export function foreignIssuerLines(read: Reader): { readonly text: string; readonly commands: readonly string[] } {
  const foreign = foreignIssuer(read);
  const { entry } = releaseIn(read);
  if (!foreign || entry.own) return { text: "", commands: [] };
  const [secret] = read.rule(certificateRequest, read.rule(masterCluster)).secrets;
  if (!secret) return { text: "", commands: [] };
  read.cite("cert-manager.annotations", "cert-manager.code.shim", entry.gateway ? "kkp.code.gateway" : "kkp.code.master-ingress");
  const { namespace, name, title } = entry.gateway ? { ...entry.gateway, title: "Gateway" } : { namespace: secret.namespace, name: "kubermatic", title: "Ingress" };
  const at = `kubectl -n ${quote(namespace)}`;
  return {
    text: ` No field of KKP names the plug-in's kind, so annotations on the ${title} ${name} do; the operator leaves them there. The Certificate that cert-manager had made before goes, and comes anew with the plug-in's issuer, because cert-manager looks for another name or kind and not for another group.`,
    commands: [
      `${at} annotate ${title.toLowerCase()} ${quote(name)} ${quote(`cert-manager.io/issuer-kind=${foreign.kind}`)} ${quote(`cert-manager.io/issuer-group=${foreign.group}`)} --overwrite`,
      `${at} delete certificate ${quote(secret.name)} --ignore-not-found`,
    ],
  };
}
