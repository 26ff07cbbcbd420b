import { authentication } from "../../answers/chapters/authentication.ts";
import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { platformPort } from "../addresses/url-port.ts";
import { spokenStrategies, strategiesInUse } from "../basics/exposure.ts";
import { releaseIn } from "../basics/platform.ts";
import { rowsFrom, soFar } from "../basics/rows-from.ts";
import { hostRules } from "../certificates/index.ts";
import { issuer } from "../certificates/issuer.ts";
import { dnsRules } from "../dns/index.ts";
import { connectorsInUse, titlesOf } from "../identity/connectors.ts";
import { sharedSessions } from "../identity/sessions.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import { decisionOn } from "./decision.ts";


/** How many records that makes, as a sentence. */
function entered(count: number, more: boolean): string {
  if (count === 0) return "How many records that makes is not known yet.";
  return `${formatCount(count, "record is", "records are")} entered ${more ? "so far; further ones wait for answers" : "in all"}.`;
}

/** Records of the platform and wildcards of Seeds. */
export const nameDecisions = rule<readonly Decision[]>({
  id: "decisions.names",
  title: "Decisions about names",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.add-seed"],
  derive: (read) => {
    const { rows, missing } = rowsFrom(read, dnsRules);
    const required = rows.filter(({ need }) => need === "required");
    const count = entered(required.length, missing.length > 0);
    const domain = read.answer(project.plan.domain);
    const single = read.answer(dns.plan.platformNames) === "single";
    const wildcard = read.answer(dns.plan.seedWildcard);
    const named = read.rule(strategiesInUse).filter((strategy) => strategy !== "LoadBalancer");
      const platform = single
      ? `Each name below ${domain} is entered on its own; an interface added later needs a record first. ${count}`
      : `One record answers for every name below ${domain} that nothing else claims, wrongly typed ones too. ${count}`;
    const [withWildcard, without] = named.length > 0
      ? ["User clusters get their names without anybody's help; interfaces of a Seed need records of their own, because the wildcard would catch their names.", `Names of user clusters cannot be entered one by one, so people and workers would not find them with ${spokenStrategies(named)}.`]
      : ["User clusters are reached by address, so nothing that KKP makes needs the wildcard; interfaces of a Seed need records of their own, because it would catch their names.", "User clusters are reached by address, so no name below a Seed is needed for them."];
    const seed = wildcard ? withWildcard : without;
    return [
      decisionOn(read, dns.plan.platformNames, PLAN, { id: "platform-names", title: "Records of the platform", why: platform }),
      decisionOn(read, dns.plan.seedWildcard, PLAN, { id: "seed-wildcard", title: "Wildcard for each Seed", why: seed }),
    ];
  },
});

/** Where certificates come from. */
export const certificateDecision = rule<readonly Decision[]>({
  id: "decisions.certificates",
  title: "Decision about certificates",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    const { rows, missing } = rowsFrom(read, hostRules);
    const names = rows.length === 0 ? "names that are not known yet" : `${formatCount(rows.length, "name")}${soFar(missing)}`;
    const why = read.rule(issuer).decision.replace("{names}", names);
    return [decisionOn(read, certificates.plan.issuance, PLAN, { id: "certificates", title: "Certificates", why })];
  },
});

/** What a second login of a person does to the first, where Dex keeps one refresh token; a sentence with a blank before it. */
function sessionsOf(read: Reader): string {
  const shared = read.rule(sharedSessions);
  const { dashboardFlow } = releaseIn(read);
  if (!shared || (!dashboardFlow.refreshTokens && !read.answer(authentication.plan.clusterLogin))) return "";
  const where = dashboardFlow.refreshTokens ? "a second browser or a web terminal" : "a second kubeconfig or a web terminal";
  const whose = shared.sources.length === read.rule(connectorsInUse).length ? "" : ` who comes from ${titlesOf(shared.sources)}`;
  return ` Dex keeps one refresh token for a person${whose}: ${where} ends the login before it within ${shared.hours} hours.`;
}

/** Where users live. */
export const authenticationDecision = rule<readonly Decision[]>({
  id: "decisions.authentication",
  title: "Decision about authentication",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const all = read.rule(connectorsInUse);
    const domain = read.answer(project.plan.domain);
    const { external, title } = read.rule(tokenIssuer);
    const dex = `https://${domain}${platformPort(read)}/dex`;
    const callback = all.some(({ callback }) => callback) ? `${dex}/callback must be registered ${all.length === 1 ? "there" : `at ${titlesOf(all.filter(({ callback }) => callback))}`}` : "no callback address has to be registered";
    const groups = all.every((source) => source.groups) ? "groups come along" : all.some((source) => source.groups) ? `groups come along from ${titlesOf(all.filter((source) => source.groups))} only` : "no groups come along";
    const why = external ? `${capital(title)} signs the tokens in place of Dex, which is not installed; every client and redirect URI is registered there, and ${groups}.` : `Dex at ${dex} checks every login${all.length === 1 ? "" : ` and offers ${listed(all.map((source) => `“${source.title}”`))}`}; ${callback}, and ${groups}.${sessionsOf(read)}`;
    return [decisionOn(read, authentication.plan.connector, PLAN, { id: "authentication", title: "Authentication", why })];
  },
});
