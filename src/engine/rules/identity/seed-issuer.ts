import { authentication } from "../../answers/chapters/authentication.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { urlHost } from "../../values/url-host.ts";
import { HTTPS } from "./connectors.ts";

/** Host of the issuer that user clusters of a Seed take in place of the platform's; asked for a Seed apart from the master alone. */
export const seedIssuer = rule<string>({
  id: "identity.seed-issuer",
  title: "Issuer of the Seed",
  per: "cluster",
  sources: ["kkp.oidc"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) !== "seed") return read.notApplicable("The master keeps the platform's issuer.");
    return read.optional(authentication.cluster.ownIssuer, cluster) ?? read.notApplicable("The Seed takes the platform's issuer.");
  },
});

/** The TCP port of that issuer. */
export const seedIssuerPort = (read: Reader, cluster: string): number => read.answer(authentication.cluster.ownIssuerPort, cluster);

/** Its URL, as far as the host tells it. */
export const seedIssuerUrl = (read: Reader, cluster: string, host: string): string => {
  const port = seedIssuerPort(read, cluster);
  return `https://${urlHost(host)}${port === HTTPS ? "" : `:${port}`}`;
};
