import type { Reader } from "../../kernel/rule.ts";
import type { CertificateSecret } from "../../plan/plan.ts";
import { foreignIssuer, ISSUER_NAME } from "../certificates/issuer-reference.ts";

/** Lets cert-manager fill a Secret with a certificate of its own making until the real one is there. */
const TEMPORARY = ', annotations: { cert-manager.io/issue-temporary-certificate: "true" }';

/**
 * Certificates for Secrets that no part of KKP asks cert-manager for; names come from the plan and are host names and labels alone.
 * @param temporary Whether listeners must be ready before their names can be found.
 */
export function certificateObjects(read: Reader, secrets: readonly CertificateSecret[], temporary = false): readonly string[] {
  if (temporary) read.cite("cert-manager.temporary");
  const foreign = foreignIssuer(read);
  const reference = foreign ? `group: ${JSON.stringify(foreign.group)}, kind: ${JSON.stringify(foreign.kind)}` : "kind: ClusterIssuer";
  return [
    "kubectl apply -f - <<'EOF'",
    ...secrets.flatMap(({ namespace, name, covers }, at) => [
      ...(at === 0 ? [] : ["---"]),
      "apiVersion: cert-manager.io/v1",
      "kind: Certificate",
      `metadata: { name: ${name}, namespace: ${namespace}${temporary ? TEMPORARY : ""} }`,
      "spec:",
      `  secretName: ${name}`,
      `  dnsNames: [${covers.map((host) => JSON.stringify(host)).join(", ")}]`,
      `  issuerRef: { ${reference}, name: ${ISSUER_NAME} }`,
    ]),
    "EOF",
  ];
}
