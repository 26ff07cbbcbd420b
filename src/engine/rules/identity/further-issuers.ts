import { authentication } from "../../answers/chapters/authentication.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { releaseIn } from "../basics/platform.ts";

/** Hosts of further issuers whose tokens the user clusters of a Seed accept. */
export const furtherIssuers = rule<readonly string[]>({
  id: "identity.further-issuers",
  title: "Further issuers of the Seed",
  per: "cluster",
  sources: ["kkp.iap", "kkp.code.authentication-configuration"],
  derive: (read, cluster) => {
    const { id, severalIssuers } = releaseIn(read);
    if (!severalIssuers) return read.notApplicable(`User clusters of KKP ${id} take one issuer.`);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master runs no user clusters.");
    const further = read.answer(authentication.cluster.furtherIssuers, cluster);
    return further.length > 0 ? further : read.notApplicable("User clusters accept no further issuer.");
  },
});
