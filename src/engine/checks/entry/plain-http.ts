import { certificates } from "../../answers/chapters/certificates.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { project } from "../../answers/chapters/project.ts";
import { ports } from "../../facts/ports.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { replacesDex } from "../../rules/identity/token-issuer.ts";

/** An entry that serves the platform on the port of HTTP as well: who may come there, and what closes it. */
export const plainHttp = check({
  id: "entry.plain-http",
  title: "The platform is served by HTTPS alone",
  severity: "advice",
  also: ["warning"],
  per: "plan",
  sources: ["kkp.code.gateway", "kkp.gateway-api"],
  examine: (read, _plan, report) => {
    const { id, entry, gatewayEntry, ownGatewayFrom } = releaseIn(read);
    if (entry.redirects) return;
    const port = read.fact(ports.entryHttp);
    const domain = read.answer(project.plan.domain);
    const asked = gatewayEntry !== undefined || ownGatewayFrom !== undefined ? [read.path(platformEntry.plan.entry)] : [read.path(project.plan.release)];
    const what = replacesDex(read) ? "Dashboard and API" : "Dashboard, API and the login form of Dex";
    const { challenge, onInternet, authority } = read.rule(issuer);
    const proved = challenge === "http01";
    const served = entry.own
      ? `KKP attaches its routes to every listener of your Gateway, one without TLS included, and makes no redirect`
      : `KKP ${id} attaches its routes to both listeners of its Gateway, and makes no redirect`;
    report({
      title: `${what} answer without TLS at http://${domain}`,
      message: `${served}. ${proved ? `HTTP-01 keeps TCP ${port} open ${onInternet ? "to the whole internet" : `to ${authority}`}, and who comes there by mistake sends a password or token that anybody on the way reads.` : `No row of this plan opens TCP ${port} to people; where no firewall stands before the entry, who comes there sends a password or token that anybody on the way reads.`}`,
      remedy: proved
        ? `Let the firewall pass nothing but /.well-known/acme-challenge/ on TCP ${port}, or prove names by DNS-01 and close the port.`
        : `Keep TCP ${port} of the entry closed${entry.own ? ", or give your Gateway no listener without TLS that admits routes of KKP" : ""}.`,
      ...(proved && onInternet ? { severity: "warning" as const } : {}),
      answers: proved ? [...asked, read.path(certificates.plan.issuance)] : asked,
    });
  },
});
