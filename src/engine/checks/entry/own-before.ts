import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { check } from "../../kernel/check.ts";
import { installedRelease, releaseIn } from "../../rules/basics/platform.ts";

/** A Gateway of the customer before the upgrade, where that cannot be, or where the platform leaves it. */
export const ownBefore = check({
  id: "entry.own-before",
  title: "A Gateway of one's own stays through the upgrade",
  severity: "warning",
  also: ["blocker"],
  per: "plan",
  sources: ["kkp.gateway-api"],
  examine: (read, _plan, report) => {
    const installed = read.rule(installedRelease);
    const { entry, id } = releaseIn(read);
    if (!installed.gatewayEntry || entry.title === installed.entry.title || read.answer(platformEntry.plan.entryBefore) !== "own") return;
    const [now, before] = [read.path(platformEntry.plan.entry), read.path(platformEntry.plan.entryBefore)];
    if (installed.ownGatewayFrom === undefined) {
      report({
        key: "release",
        severity: "blocker",
        title: `KKP ${installed.id} stands behind no Gateway of yours`,
        message: `The setting externalGateway came with KKP 2.30.4, so the installed ${installed.id} has NGINX or a Gateway that KKP made. This plan takes no entry for one that is replaced.`,
        remedy: "Look at the installed platform, and say which of the two it has.",
        fixes: [{ title: "It has NGINX", set: [{ path: before, value: "nginx" }] }, { title: "It has Envoy Gateway", set: [{ path: before, value: "gateway" }] }],
        answers: [before],
      });
      return;
    }
    if (entry.own) return;
    report({
      key: "leaves",
      title: `The platform leaves your Gateway for ${entry.title} of KKP`,
      message: `The upgrade to KKP ${id} hangs the routes onto a Gateway that KKP makes, at another address. This plan holds neither the trial nor the order in which records leave your Gateway.`,
      remedy: "Keep your Gateway through the upgrade, and leave it afterwards if you want to.",
      fixes: [{ title: "Keep your Gateway", set: [{ path: now, value: "own" }] }],
      answers: [now, before],
    });
  },
});
