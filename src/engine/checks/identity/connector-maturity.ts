import { authentication } from "../../answers/chapters/authentication.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { check } from "../../kernel/check.ts";

/** A connector that its makers call unfinished, or warn of. */
export const connectorMaturity = check({
  id: "identity.connector-maturity",
  title: "The connector is fit for production",
  severity: "warning",
  per: "plan",
  sources: ["dex.connectors"],
  examine: (read, _plan, report) => {
    const { title, stability, warning, sources } = connectorOf(read.answer(authentication.plan.connector));
    if (stability !== "alpha" && warning === undefined) return;
    read.cite(...sources);
    report({
      title: warning === undefined ? `The connector for ${title} is alpha` : `The connector for ${title} comes with a warning`,
      message: `${warning ?? "Dex may change its fields and behaviour between releases without a way to migrate."} Every login to the platform depends on it.`,
      remedy: "Put an OpenID Connect provider such as Keycloak between the two, or accept the risk and test logins after every upgrade.",
      answers: [read.path(authentication.plan.connector)],
    });
  },
});
