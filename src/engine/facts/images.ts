import { fact, type Fact } from "./fact.ts";

export const operatorImage = fact({
  id: "images.operator",
  statement: "The operator comes as quay.io/kubermatic/kubermatic in the Community Edition and as quay.io/kubermatic/kubermatic-ee in the Enterprise Edition.",
  value: { CE: "quay.io/kubermatic/kubermatic", EE: "quay.io/kubermatic/kubermatic-ee" },
  certainty: "sourced",
  sources: ["kkp.install-ee", "kkp.code.configuration-defaults"],
});

export const releaseArchive = fact({
  id: "images.release-archive",
  statement: "The installer and all charts of a release come in one archive for each edition, kubermatic-ce or kubermatic-ee; charts are looked for in the folder charts unless KUBERMATIC_CHARTS_DIRECTORY names another. The release puts into them the charts that they stand on; deploy would load these from their repositories all the same, unless --skip-dependencies says that they are there, and mirror-images always does.",
  value: {
    CE: "kubermatic-ce-v{version}-linux-amd64.tar.gz",
    EE: "kubermatic-ee-v{version}-linux-amd64.tar.gz",
    folder: "https://github.com/kubermatic/kubermatic/releases/download/v{version}/",
  },
  certainty: "sourced",
  sources: ["kkp.install-ce", "kkp.install-ee", "kkp.code.installer", "kkp.code.release", "kkp.code.chart-dependencies"],
});

export const imageFacts: readonly Fact<unknown>[] = [operatorImage, releaseArchive];
