import { monitoring } from "../../answers/chapters/monitoring.ts";
import { check } from "../../kernel/check.ts";
import { gatewayHostCeiling } from "../../rules/sizing/gateway-hosts.ts";
import { formatFigure } from "../../values/figures.ts";

/** More interfaces than a Gateway has listeners for. */
export const gatewayFull = check({
  id: "entry.gateway-full",
  title: "The Gateway has a listener for each name",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.gateway-api", "kkp.code.gateway-sync"],
  examine: (read, cluster, report) => {
    const { used, limit } = read.rule(gatewayHostCeiling, cluster);
    if (used <= limit) return;
    report({
      title: `The Gateway ends at ${formatFigure(limit)} names beside the base domain`,
      message: `${formatFigure(used)} interfaces are exposed on it: ${formatFigure(used - limit)} get no listener and no certificate.`,
      remedy: "Expose fewer interfaces of Seeds, or serve some Seeds by an entry of their own.",
      answers: [read.path(monitoring.plan.seedUis), read.path(monitoring.plan.platformUis)],
    });
  },
});
