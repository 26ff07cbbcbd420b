import { check } from "../../kernel/check.ts";
import { chosenBy, connectorsInUse, keyOf } from "../../rules/identity/connectors.ts";

/** A connector that its makers call unfinished, or warn of. */
export const connectorMaturity = check({
  id: "identity.connector-maturity",
  title: "The connector is fit for production",
  severity: "warning",
  per: "plan",
  sources: ["dex.connectors"],
  examine: (read, _plan, report) => {
    for (const [at, connector] of read.rule(connectorsInUse).entries()) {
      const { title, stability, warning } = connector;
      if (stability !== "alpha" && warning === undefined) continue;
      report({
        ...keyOf(connector, at),
        title: warning === undefined ? `The connector for “${title}” is alpha` : `The connector for “${title}” comes with a warning`,
        message: `${warning ?? "Dex may change its fields and behaviour between releases without a way to migrate."} Every login ${at === 0 ? "to the platform" : "by it"} depends on it.`,
        remedy: "Put an OpenID Connect provider such as Keycloak between the two, or accept the risk and test logins after every upgrade.",
        answers: [chosenBy(read, at)],
      });
    }
  },
});
