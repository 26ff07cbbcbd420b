import { mirrors } from "../../answers/chapters/mirrors.ts";
import { toolingImage } from "../../facts/storage.ts";
import { rule } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { release } from "../basics/platform.ts";
import { offlinePlaces, registryInWords } from "../internet/offline.ts";
import type { StepRule } from "./step.ts";

/** Copies everything that machines without internet will ask for. */
export const mirrorStep: StepRule = rule({
  id: "runbook.mirror",
  title: "Step: mirror images, charts and binaries",
  per: "plan",
  sources: ["kkp.offline", "kkp.code.mirror-images", "kubeone.registry"],
  derive: (read) => {
    read.rule(offlinePlaces);
    const { id, latestPatch, mirrorFilters } = read.rule(release);
    const name = registryInWords(read);
    const registry = quote(name);
    const unchecked = read.answer(mirrors.plan.mirrorTrust) === "insecure" ? " --insecure" : "";
    const charts = quote(`oci://${name}/helm-charts`);
    return [
      {
        id: "step.mirror",
        title: "Fill the private registry and the mirrors",
        text: `On the mirror workstation, with the release archive of KKP ${latestPatch}: kubermatic.yaml and values.yaml are written before it, although their own step stands further down; values-mirror.yaml is a copy without repository overrides. charts-mirror holds each chart that later steps take from helm-charts of the registry. Read the list of the dry run first; ${mirrorFilters.join(" and ")} shorten${mirrorFilters.length === 1 ? "s" : ""} it. spec.mirrorImages of kubermatic.yaml lists images that no chart of the release names: ${read.fact(toolingImage)} for the test of the disks, and those of a webhook of DNS-01 or external-dns; --registry-prefix puts all of them below one path, and --addons-path takes addons of your own along. KubeOne's own images are copied as its guide on private registries says.`,
        commands: [
          `kubermatic-installer mirror-images ${registry} --config kubermatic.yaml --helm-values values-mirror.yaml --charts-directory "$KUBERMATIC_CHARTS_DIRECTORY"${unchecked} --dry-run`,
          `kubermatic-installer mirror-images ${registry} --config kubermatic.yaml --helm-values values-mirror.yaml --charts-directory "$KUBERMATIC_CHARTS_DIRECTORY"${unchecked}`,
          "kubermatic-installer mirror-binaries --output-dir binaries --architectures amd64",
          `for chart in charts-mirror/*.tgz; do helm push "$chart" ${charts}; done`,
        ],
        from: read.cell,
        why: `KKP ${id} starts nothing that is missing from ${name}; run it again before every upgrade, with the installer of the new release.`,
      },
    ];
  },
});
