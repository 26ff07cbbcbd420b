import { authentication } from "../../answers/chapters/authentication.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { rule } from "../../kernel/rule.ts";
import type { IdentityPlan } from "../../plan/plan.ts";

/** What the identity team prepares for the chosen connector. */
export const preparations = rule<IdentityPlan["preparations"]>({
  id: "identity.preparations",
  title: "Preparations for the connector",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const connector = connectorOf(read.answer(authentication.plan.connector));
    read.cite(...connector.sources);
    return connector.prepare.map(({ id, title, why, verify }) => ({ id: `preparation.${connector.id}.${id}`, title, verify, from: read.cell, why }));
  },
});
