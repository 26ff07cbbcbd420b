import { certificates } from "../../answers/chapters/certificates.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { masterCluster, placeName } from "../../rules/basics/platform.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { placeOfCluster } from "../../rules/firewall/subjects.ts";
import { reachesInternet } from "../../rules/firewall/way-out.ts";

/** An authority on the internet, for a master that cannot reach it. */
export const offlineIssuer = check({
  id: "internet.offline-issuer",
  title: "A master without internet asks no authority on the internet",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.offline", "cert-manager.acme"],
  examine: (read, _plan, report) => {
    const { onInternet, authority } = read.rule(issuer);
    const place = placeOfCluster(read, read.rule(masterCluster));
    if (!onInternet || reachesInternet(read, place)) return;
    const path = read.path(certificates.plan.issuance);
    report({
      title: `${authority} cannot be reached without internet`,
      message: `cert-manager orders from ${authority} at the installation and at every renewal; machines in ${placeName(read, place)} reach nothing on the internet.`,
      remedy: "Let your PKI supply the certificate, or let cert-manager sign with a CA of yours.",
      fixes: [
        { title: "Let your PKI supply the certificate", set: [{ path, value: "supplied" }] },
        { title: "Sign with a CA of yours inside the cluster", set: [{ path, value: "ca" }] },
      ],
      answers: [path, read.path(network.place.internet, place)],
    });
  },
});
