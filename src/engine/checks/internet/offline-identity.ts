import { authentication } from "../../answers/chapters/authentication.ts";
import { network } from "../../answers/chapters/network.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { check } from "../../kernel/check.ts";
import { masterCluster, placeName } from "../../rules/basics/platform.ts";
import { placeOfCluster } from "../../rules/firewall/subjects.ts";
import { reachesInternet } from "../../rules/firewall/way-out.ts";

/** Logins that are checked on the internet, by a master that cannot reach it. */
export const offlineIdentity = check({
  id: "internet.offline-identity",
  title: "A master without internet asks no identity source on the internet",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.offline", "dex.connectors"],
  examine: (read, _plan, report) => {
    const { endpoint, title } = connectorOf(read.answer(authentication.plan.connector));
    const [first] = endpoint?.hosts ?? [];
    const place = placeOfCluster(read, read.rule(masterCluster));
    if (first === undefined || reachesInternet(read, place)) return;
    const [connector, internet] = [read.path(authentication.plan.connector), read.path(network.place.internet, place)];
    report({
      title: `Nobody can log in through ${title} without internet`,
      message: `Dex asks ${first} at every login; machines in ${placeName(read, place)} reach nothing on the internet.`,
      remedy: "Choose an identity source that stands inside, or let the master out through a proxy.",
      fixes: [
        { title: "Use LDAP or Active Directory", set: [{ path: connector, value: "ldap" }] },
        { title: `Let machines in ${placeName(read, place)} out through a proxy`, set: [{ path: internet, value: "proxy" }] },
      ],
      answers: [connector, internet],
    });
  },
});
