import { dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { capital } from "../../values/sentence.ts";
import { filled, filledValue } from "../basics/filled.ts";
import { delegatedChallenges } from "../certificates/delegated-challenges.ts";
import { issuer } from "../certificates/issuer.ts";
import { afterNetworks, leftToTrials } from "./made-network.ts";
import { dialledFrom } from "./dialled.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";

/** The service that answers for challenges in a zone of its own. */
export const challengeServerItems: Rule<readonly Draft[]> = rule({
  id: "checklist.challenge-server",
  title: "Checklist: server for challenges",
  per: "plan",
  sources: ["cert-manager.acmedns", "acmedns.readme"],
  derive: (read) => {
    onlyForNew(read);
    const { item } = read.rule(delegatedChallenges).delegates;
    const { onInternet, authority } = read.rule(issuer);
    const stated = (text: string): string => text.replace("{seen}", onInternet ? "public" : "seen by the ACME server").replace("{resolver}", onInternet ? "on the internet" : "that the ACME server asks").replace("{Authority}", capital(authority));
    const [title, verify] = [stated(item.title), stated(item.verify)];
    return [
      itemOf(read, "challenge-server", {
        title: filled(read, title, dnsServiceQuestions.plan),
        team: "dns",
        chapter: "dns",
        verify: `${filled(read, verify, dnsServiceQuestions.plan)}${leftToTrials(read)}`,
        after: afterNetworks(read),
        uses: dialledFrom(read),
        why: stated(item.why),
        blockedBy: openIn(filledValue(read, `${title} ${verify}`, dnsServiceQuestions.plan)),
      }),
    ];
  },
});
