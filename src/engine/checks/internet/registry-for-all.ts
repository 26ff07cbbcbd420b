import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { offlinePlaces, registryInWords } from "../../rules/internet/offline.ts";

/** Datacenters with internet whose user clusters take images from the private registry all the same. */
export const registryForAll = check({
  id: "internet.registry-for-all",
  title: "All datacenters reach the private registry",
  severity: "warning",
  per: "plan",
  sources: ["kkp.offline"],
  examine: (read, _plan, report) => {
    const offline = new Set(read.rule(offlinePlaces));
    const others = read.subjects("datacenter").filter((id) => !offline.has(read.answer(infrastructure.datacenter.place, id)));
    if (others.length === 0) return;
    const named = others.slice(0, 5).map((id) => datacenterName(read, id)).join(", ") + (others.length > 5 ? ` and ${others.length - 5} more` : "");
    report({
      title: "Datacenters with internet need the private registry too",
      message: `overwriteRegistry holds for the whole platform: workers of ${named} load their system images from ${registryInWords(read)} as well, although they could reach the internet.`,
      remedy: "Open the private registry to them and give them its CA, or run a platform of its own for the places without internet.",
      answers: [read.path(mirrors.plan.mirrorRegistry), ...others.slice(0, 5).map((id) => read.path(infrastructure.datacenter.place, id))],
    });
  },
});
