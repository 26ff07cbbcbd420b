import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import type { Question } from "../../answers/question.ts";
import { check } from "../../kernel/check.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { externalDns } from "../../rules/dns/external-dns.ts";
import { besideSolver } from "../../rules/dns/records-beside.ts";

/** A challenge for the outer view and records for the inner one, sent to one server with one key. */
export const oneKeyTwoViews = check({
  id: "dns.one-key-two-views",
  title: "Each view is changed with a key of its own",
  severity: "blocker",
  per: "plan",
  sources: ["bind.views"],
  examine: (read, _plan, report) => {
    const { service } = read.rule(externalDns);
    // An ACME server inside may ask the inner view, where the records are written as well.
    if (read.answer(dns.plan.zone) !== "split" || !read.rule(issuer).onInternet) return;
    const beside = besideSolver(read, service);
    if (beside.kind !== "known" || beside.value.length === 0) return;
    const pairs = beside.value.map(({ of, question }) => [of, question].map((key) => dnsServiceQuestions.plan[key] as Question<string>));
    const said = pairs.map((pair) => pair.map((question) => read.answer(question)));
    if (said.some(([solver, records]) => solver !== records)) return;
    const words = said.map(([solver]) => solver ?? "").join(" with the key ");
    const keyed = pairs.length > 1;
    report({
      title: `One ${keyed ? "key" : "server"} cannot change both views of the zone`,
      message: `cert-manager writes challenges for the outer view, and external-dns records for the inner one, both at ${words}. ${keyed ? "The server takes every change that a key signs into one view" : "Both name the zone alone, and the server takes their changes into one"}, so either the challenges or the records miss theirs.`,
      remedy: `${keyed ? "Have the DNS team make a second key that leads to the inner view, or name" : "Name"} the server that serves the inner view alone.`,
      answers: [...pairs.flat().map((question) => read.path(question)), read.path(dns.plan.zone)],
    });
  },
});
