import { authentication } from "../../answers/chapters/authentication.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { masterCluster, placeName } from "../../rules/basics/platform.ts";
import { placeOfCluster } from "../../rules/firewall/subjects.ts";
import { reachesInternet } from "../../rules/firewall/way-out.ts";
import { chosenBy, connectorsInUse, keyOf } from "../../rules/identity/connectors.ts";

/** Logins that are checked on the internet, by a master that cannot reach it. */
export const offlineIdentity = check({
  id: "internet.offline-identity",
  title: "A master without internet asks no identity source on the internet",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.offline", "dex.connectors"],
  examine: (read, _plan, report) => {
    const sources = read.rule(connectorsInUse);
    if (!sources.some(({ endpoint }) => endpoint?.hosts)) return;
    const place = placeOfCluster(read, read.rule(masterCluster));
    if (reachesInternet(read, place)) return;
    const [where, internet] = [placeName(read, place), read.path(network.place.internet, place)];
    for (const [at, source] of sources.entries()) {
      const [first] = source.endpoint?.hosts ?? [];
      if (first === undefined) continue;
      const path = chosenBy(read, at);
      report({
        ...keyOf(source, at),
        title: `Nobody can log in through ${source.title} without internet`,
        message: `Dex asks ${first} at every login; machines in ${where} reach nothing on the internet.`,
        remedy: at === 0 ? "Choose an identity source that stands inside, or let the master out through a proxy." : `Leave ${source.title} out, or let the master out through a proxy.`,
        fixes: [
          at === 0 ? { title: "Use LDAP or Active Directory", set: [{ path, value: "ldap" }] } : { title: `Leave ${source.title} out`, set: [{ path, value: read.answer(authentication.plan.furtherSources).filter((id) => id !== source.id) }] },
          { title: `Let machines in ${where} out through a proxy`, set: [{ path: internet, value: "proxy" }] },
        ],
        answers: [path, internet],
      });
    }
  },
});
