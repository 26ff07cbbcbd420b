import { fact, type Fact } from "./fact.ts";

export const operatorImage = fact({
  id: "images.operator",
  statement: "The operator comes as quay.io/kubermatic/kubermatic in the Community Edition and as quay.io/kubermatic/kubermatic-ee in the Enterprise Edition.",
  value: { CE: "quay.io/kubermatic/kubermatic", EE: "quay.io/kubermatic/kubermatic-ee" },
  certainty: "sourced",
  sources: ["kkp.install-ee", "kkp.code.configuration-defaults"],
});

export const imageFacts: readonly Fact<unknown>[] = [operatorImage];
