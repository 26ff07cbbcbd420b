import type { Reader } from "../../kernel/rule.ts";
import type { CertificateSecret } from "../../plan/plan.ts";
import { ISSUER_NAME } from "../settings/certificates.ts";

/** Certificates for Secrets that no part of KKP asks cert-manager for; names come from the plan and are host names and labels alone. */
export function certificateObjects(_read: Reader, secrets: readonly CertificateSecret[]): readonly string[] {
  return [
    "kubectl apply -f - <<'EOF'",
    ...secrets.flatMap(({ namespace, name, covers }, at) => [
      ...(at === 0 ? [] : ["---"]),
      "apiVersion: cert-manager.io/v1",
      "kind: Certificate",
      `metadata: { name: ${name}, namespace: ${namespace} }`,
      "spec:",
      `  secretName: ${name}`,
      `  dnsNames: [${covers.map((host) => JSON.stringify(host)).join(", ")}]`,
      `  issuerRef: { kind: ClusterIssuer, name: ${ISSUER_NAME} }`,
    ]),
    "EOF",
  ];
}
