import { describe, expect, it } from "vitest";
import { givenAt, isAsked, pathOf, questions, type Answers, type Question } from "../../src/engine/index.ts";
import { apiEndpoints } from "../../src/engine/api-endpoints/registry.ts";
import { connectors } from "../../src/engine/connectors/registry.ts";
import { dnsServices } from "../../src/engine/dns-services/registry.ts";
import { issuers } from "../../src/engine/issuers/registry.ts";
import { loadBalancerKinds } from "../../src/engine/load-balancers/registry.ts";
import { providers } from "../../src/engine/providers/registry.ts";
import { releases } from "../../src/engine/releases/registry.ts";
import { variations, vary } from "../golden/variations.ts";
import { askedAbout } from "../support/aims.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

const plans = [...goldenAnswers().values(), ...variations.map(vary)];

/** Choices that no plan needs to make, with the reason. */
const REFUSED: Readonly<Record<string, { readonly values: readonly (string | boolean)[]; readonly why: string }>> = {
  "loadBalancer.entryBefore": { values: ["own"], why: "It replaces nothing: the upgrade is the one that keeps the entry." },
  "network.clusters.routeToMaster": { values: [false], why: "Without a route no Seed is installed: a blocker." },
  "network.clusters.resolvesDomain": { values: [false], why: "A Seed that finds no name finishes no user cluster: a blocker." },
  "network.datacenters.routeToSeed": { values: [false], why: "Without a route no user cluster gets a node: a blocker." },
  "network.datacenters.resolvesDomain": { values: [false], why: "Workers that find no name join no user cluster: a blocker." },
  "certificates.names": { values: ["one-wildcard"], why: "It leaves the dashboard without a certificate: a blocker." },
};

/** Questions whose choices are values of one kind, with the reason why some of them are enough. */
const ALIKE: Readonly<Record<string, string>> = {
  "project.oldestKubernetes": "Released versions: each release takes those that it offers, and refuses the others by a blocker.",
  "infrastructure.clusters.kubernetes": "Released versions: each release takes those that it offers, and refuses the others by a blocker.",
  "access.newSecrets": "What comes with an upgrade: each is prepared by the rules of a new platform, and tried beside the rule that tells both apart.",
  "authentication.furtherSources": "Each record is the identity source of some plan; beside another one the same record is read.",
};

const subjectsOf = ({ subject }: Question<unknown>, answers: Answers): readonly (string | undefined)[] => (subject === "plan" ? [undefined] : answers.subjects[subject]);

/** Values of a closed question that some plan uses: where it is asked, and given or left to the product. */
function usedOf(question: Question<unknown>): ReadonlySet<unknown> {
  const fallback = typeof question.productDefault?.value === "function" ? undefined : question.productDefault?.value;
  return new Set(
    plans.flatMap((answers) =>
      subjectsOf(question, answers)
        .filter((subject) => isAsked(question, answers, subject))
        .flatMap((subject) => givenAt(answers, pathOf(question, subject)) ?? fallback ?? []),
    ),
  );
}

describe("golden plans together", () => {
  it("are at least twelve installations", () => expect(plans.length).toBeGreaterThanOrEqual(12));

  it.each(questions.flatMap((question) => (question.control.type === "choice" || question.control.type === "choices" ? [[question.id, question, question.control.choices] as const] : [])))(
    "make every choice of %s",
    (id, question, choices) => {
      const used = usedOf(question);
      if (ALIKE[id] !== undefined) {
        expect(choices.filter(({ value }) => used.has(value)).length).toBeGreaterThan(1);
        return;
      }
      const refused = REFUSED[id]?.values ?? [];
      expect(choices.map(({ value }) => value).filter((value) => !used.has(value))).toEqual(refused);
    },
  );

  it.each(questions.flatMap((question) => (question.control.type === "yes-no" ? [[question.id, question] as const] : [])))("say yes and no to %s", (id, question) => {
    const used = usedOf(question);
    expect([true, false].filter((value) => !used.has(value))).toEqual(REFUSED[id]?.values ?? []);
  });

  it("answer every question that no product default answers", () => {
    const unanswered = questions.filter((question) => question.productDefault === undefined && usedOf(question).size === 0).map(({ id }) => id);
    expect(unanswered).toEqual([]);
  });

  it("ask every question", () => {
    expect(questions.filter((question) => plans.every((answers) => askedAbout(question, answers).length === 0)).map(({ id }) => id)).toEqual([]);
  });

  const chosen = (key: string): ReadonlySet<unknown> => new Set(questions.filter((question) => question.id === key).flatMap((question) => [...usedOf(question)]));
  it.each([
    ["provider of a platform cluster", providers.filter(({ workersOnly }) => workersOnly === undefined), chosen("infrastructure.clusters.provider")],
    ["provider of workers", providers.filter(({ platformOnly }) => platformOnly === undefined), chosen("infrastructure.datacenters.provider")],
    ["load-balancer kind", loadBalancerKinds, chosen("loadBalancer.clusters.kind")],
    ["API endpoint", apiEndpoints, chosen("loadBalancer.clusters.apiEndpoint")],
    ["connector", connectors, chosen("authentication.connector")],
    ["issuer", issuers, chosen("certificates.issuance")],
    ["DNS service", dnsServices, chosen("dns.automation")],
    ["release", releases, chosen("project.release")],
  ])("use the record of every %s", (_kind, records, used) => {
    expect(records.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});
