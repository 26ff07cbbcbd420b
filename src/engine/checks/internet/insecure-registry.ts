import { mirrors } from "../../answers/chapters/mirrors.ts";
import { check } from "../../kernel/check.ts";
import { offlinePlaces, registryInWords } from "../../rules/internet/offline.ts";

/** Images from a registry that nobody can check. */
export const insecureRegistry = check({
  id: "internet.insecure-registry",
  title: "Nodes can check the private registry",
  severity: "warning",
  per: "plan",
  sources: ["kkp.offline"],
  examine: (read, _plan, report) => {
    read.rule(offlinePlaces);
    if (read.answer(mirrors.plan.mirrorTrust) !== "insecure") return;
    const path = read.path(mirrors.plan.mirrorTrust);
    report({
      title: "The private registry is not checked by anybody",
      message: `Every image of the platform and of all user clusters comes from ${registryInWords(read)} over a connection that anybody on the way can change.`,
      remedy: "Give the registry a certificate of your CA, and put the CA into the machine images.",
      fixes: [{ title: "Trust the registry by a private CA", set: [{ path, value: "private" }] }],
      answers: [path],
    });
  },
});
