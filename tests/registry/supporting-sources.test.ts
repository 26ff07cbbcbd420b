import { expect, test } from "vitest";
import { explain, planFrom, type Plan } from "../../src/engine/index.ts";
import { changed, referenceAnswers, type Changes } from "../../src/engine/testing/reference.ts";
import { installationAnswers } from "../support/golden-plans.ts";
import { starterAnswers } from "../support/starter-plans.ts";
import { rowsByPart } from "../support/plan-rows.ts";

/** Hosts and paths of the sources of all rows of a plan whose id matches. */
function sourcesOf(plan: Plan, id: RegExp): readonly string[] {
  const rows = [...rowsByPart(plan).values()].flat().filter((row) => id.test(row.id));
  expect(rows).not.toEqual([]);
  return [...new Set(rows.flatMap((row) => explain(plan, row).sources.map((source) => source.id)))];
}
const reference = (changes: Changes) => planFrom(referenceAnswers(changes));
const telco = planFrom(starterAnswers("telco-cilium-bgp"));
const research = planFrom(installationAnswers("kubevirt-in-kubevirt"));
const clouds = planFrom(starterAnswers("aws-single-region"));
const offline = planFrom(starterAnswers("air-gapped-bank"));

// Each was once explained by a page about something else.
test.each<[string, Plan, RegExp, RegExp, RegExp]>([
  ["routers of Cilium", telco, /^(?:router|todo\.routers|flow\.B1)\[/, /^cilium\./, /^metallb\./],
  ["routers of MetalLB", reference({}), /^(?:router|todo\.routers|flow\.B1)\[/, /^metallb\./, /^cilium\./],
  ["name servers", telco, /^dns\[/, /^rfc\.1034$/, /^rfc\.5905$/],
  ["time servers", telco, /^ntp\[/, /^rfc\.5905$/, /^rfc\.1034$/],
  ["an authority that is called without a proxy", planFrom(starterAnswers("aws-single-region")), /^flow\.E21\[/, /^letsencrypt\./, /^kkp\.http-proxy$/],
  ["an authority that is called through a proxy", planFrom(changed(starterAnswers("aws-single-region"), { "network.places.frankfurt.internet": "proxy", "network.places.frankfurt.proxyPort": 3128 })), /^flow\.E21\[/, /^kkp\.http-proxy$/, /^kubeone\./],
  ["the account of Google Cloud", planFrom(installationAnswers("google-cloud-media")), /^account\..*gcp/, /^kkp\./, /vsphere|kubevirt|^kkp\.changelog/],
  ["the callback of Gitea", research, /^setting\.login\..*redirectURI/, /^dex\.gitea$/, /^dex\.microsoft$/],
  ["addresses of workloads", planFrom(starterAnswers("behind-a-proxy")), /^workloads\[/, /^kkp\.ipam$/, /^kkp\.code\.control-plane$/],
  ["the installer", telco, /^tool\.installer$/, /^kkp\.install-ce$/, /^kubeone\./],
  ["registries of a cluster that KubeOne builds", telco, /^external\.cluster\.(?:\*\.)?(?:quay|gcr|docker)\.io\.nodes/, /^kkp\.proxy-allow-list$/, /^kubeone\./],
  ["binaries of such a cluster", telco, /^external\.cluster\.pkgs\.k8s\.io\./, /^kubeone\.scripts$/, /static-nodes|terraform/],
  ["charts on the mirror workstation", offline, /^external\.mirror\.charts\./, /^kkp\.code\.charts$/, /install-ce|os-support|terraform|copied-images/],
  ["images on the mirror workstation", offline, /^external\.mirror\.quay\.io\./, /^kkp\.code\.copied-images$/, /install-ce|os-support|terraform|code\.charts/],
  ["tools on the mirror workstation", offline, /^external\.mirror\.get\.helm\.sh\./, /^helm\.install$/, /os-support|terraform|copied-images|code\.charts/],
  ["packages on the mirror workstation", offline, /^external\.mirror\.archive\.ubuntu\.com\./, /^ubuntu\.mirrors$/, /install-ce|copied-images|code\.charts/],
  ["the webhook of cert-manager", clouds, /^inside\.cert-manager-webhook/, /^kkp\.code\.cert-manager-values$/, /^letsencrypt\.|^cert-manager\./],
  ["a record of the Kubernetes API", clouds, /^record\.kubernetes-api/, /^kubeone\.infrastructure$/, /^letsencrypt\.|^cert-manager\./],
])("%s cite pages that are about them", (_name, plan, id, wanted, strange) => {
  const sources = sourcesOf(plan, id);
  expect(sources.filter((source) => wanted.test(source))).not.toEqual([]);
  expect(sources.filter((source) => strange.test(source))).toEqual([]);
});
