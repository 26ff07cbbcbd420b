import { describe, expect, test } from "vitest";
import { searchedFirst } from "./searched-files.ts";

const SEARCH = "! grep -nE '<[A-Za-z][^<>]*>' ";

describe("a search for placeholders stands before every file that is handed over", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["to kubectl", ["kubectl apply -f kubermatic.yaml -f seed/seed.yaml"], [`${SEARCH}kubermatic.yaml seed/seed.yaml`, "kubectl apply -f kubermatic.yaml -f seed/seed.yaml"]],
    ["to kubectl in a namespace, from a folder in quotes", ["kubectl -n minio apply -f 'my seed'/a.yaml"], [`${SEARCH}'my seed'/a.yaml`, "kubectl -n minio apply -f 'my seed'/a.yaml"]],
    ["to helm", ["helm upgrade --install x --values seed/values.yaml x"], [`${SEARCH}seed/values.yaml`, "helm upgrade --install x --values seed/values.yaml x"]],
    ["to the installer", ["kubermatic-installer deploy seed-mla --config kubermatic.yaml --helm-values v.yaml --x"], [`${SEARCH}kubermatic.yaml v.yaml`, "kubermatic-installer deploy seed-mla --config kubermatic.yaml --helm-values v.yaml --x"]],
    ["to KubeOne, in a shell of its own", ["(export A=1; kubeone apply -m s/kubeone.yaml -t s/tf.json -c s/credentials.yaml)"], [`${SEARCH}s/kubeone.yaml s/credentials.yaml`, "(export A=1; kubeone apply -m s/kubeone.yaml -t s/tf.json -c s/credentials.yaml)"]],
    ["once in a step", ["kubectl diff -f a.yaml", "kubectl apply -f a.yaml"], [`${SEARCH}a.yaml`, "kubectl diff -f a.yaml", "kubectl apply -f a.yaml"]],
    ["unless the step has it already", [`${SEARCH}a.yaml b.yaml`, "x", "kubectl apply -f b.yaml"], [`${SEARCH}a.yaml b.yaml`, "x", "kubectl apply -f b.yaml"]],
  ])("%s", (_title, commands, expected) => {
    expect(searchedFirst(commands)).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ["what a step writes itself", ["kubectl apply -f - <<'EOF'", "kubectl apply -f a.yaml", "EOF"]],
    ["a folder of the archive", ['kubectl apply --server-side -f "$KUBERMATIC_CHARTS_DIRECTORY"/cert-manager/crd/']],
    ["what is only read", ["kubeone kubeconfig -m s/kubeone.yaml", "kubermatic-installer mirror-images r --config kubermatic.yaml --helm-values values-mirror.yaml"]],
    ["profiles of operating systems, whose scripts have here-documents", ["kubectl apply -f seed/operating-system-profiles.yaml"]],
  ])("and none before %s", (_title, commands) => {
    expect(searchedFirst(commands)).toEqual(commands);
  });
});
