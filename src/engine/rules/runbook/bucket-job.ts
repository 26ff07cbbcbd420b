import { minioBucket, minioBucketJob } from "../../facts/backup.ts";
import type { Reader } from "../../kernel/rule.ts";
import { folded } from "../../values/folded.ts";
import { imageAt } from "./image.ts";

/** Makes the bucket in the MinIO of a cluster and waits for it; a bucket that is there already is left alone. No answer enters but the registry of the image. */
export function bucketJob(read: Reader, cluster: string): readonly string[] {
  const { namespace, name, image, credentials, accessKey, secretKey } = read.fact(minioBucketJob);
  const { endpoint, bucket } = read.fact(minioBucket);
  const key = (variable: string, of: string) => [`            - name: ${variable}`, `              valueFrom: { secretKeyRef: { name: ${credentials}, key: ${of} } }`];
  return [
    "kubectl apply -f - <<'EOF'",
    "apiVersion: batch/v1",
    "kind: Job",
    `metadata: { name: ${name}, namespace: ${namespace} }`,
    "spec:",
    "  backoffLimit: 2",
    "  template:",
    "    spec:",
    "      restartPolicy: Never",
    "      containers:",
    "        - name: mc",
    `          image: ${imageAt(read, cluster, image)}`,
    "          securityContext: { runAsNonRoot: false, runAsUser: 0 }",
    "          env:",
    ...key("MINIO_ACCESS_KEY", accessKey),
    ...key("MINIO_SECRET_KEY", secretKey),
    "          command:",
    "            - /bin/sh",
    "            - -c",
    ...folded("- ", `mc --insecure config host add store ${endpoint} "$MINIO_ACCESS_KEY" "$MINIO_SECRET_KEY" && mc --insecure mb --ignore-existing store/${bucket}`, 14),
    "EOF",
    `kubectl -n ${namespace} wait job/${name} --for=condition=complete --timeout=5m`,
  ];
}
