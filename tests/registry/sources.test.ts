import { describe, expect, it } from "vitest";
import { RELEASE_IDS, checks, explain, facts, planFrom, questions, sourceFor, sources, type Plan } from "../../src/engine/index.ts";
import { apiEndpoints } from "../../src/engine/api-endpoints/registry.ts";
import { connectors } from "../../src/engine/connectors/registry.ts";
import { dnsServices } from "../../src/engine/dns-services/registry.ts";
import { kubeOneVersions } from "../../src/engine/facts/operations.ts";
import { issuers } from "../../src/engine/issuers/registry.ts";
import { loadBalancerKinds } from "../../src/engine/load-balancers/registry.ts";
import { providers } from "../../src/engine/providers/registry.ts";
import { ASIDE, known } from "../../src/engine/kernel/outcome.ts";
import type { Sourced } from "../../src/engine/releases/release.ts";
import { releases } from "../../src/engine/releases/registry.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { allChecks, allFacts, allRules } from "./modules.ts";

/** Every id that stands under a `source`, under `sources`, or under `sourcesOf` a part, anywhere inside a record. */
function citedIn(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return key === "source" || key === "sources" ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => citedIn(entry, key));
  if (typeof value !== "object" || value === null) return [];
  // Schemas hold the values of choices as keys, which may read like the word that is looked for.
  return Object.entries(value).flatMap(([name, entry]) => (name === "schema" ? [] : citedIn(entry, key === "sourcesOf" ? "sources" : name)));
}

describe("sources", () => {
  it.each([...sources])("%s has a title, an https link and releases", (id, source) => {
    expect(source.id).toBe(id);
    expect(source.title.trim()).not.toBe("");
    expect(new URL(source.url).protocol).toBe("https:");
    expect(source.releases.length).toBeGreaterThan(0);
    expect(RELEASE_IDS).toEqual(expect.arrayContaining([...source.releases]));
  });

  it("are linked once each", () => {
    const links = [...sources.values()].map(({ url }) => url);
    expect(links.filter((link, at) => links.indexOf(link) !== at)).toEqual([]);
  });

  it.each([
    ["questions", questions],
    ["facts", allFacts.map(({ value }) => value)],
    ["rules", allRules.map(({ value }) => value)],
    ["checks", checks],
    ["providers", providers],
    ["connectors", connectors],
    ["issuers", issuers],
    ["DNS services", dnsServices],
    ["load-balancer kinds", loadBalancerKinds],
    ["API endpoints", apiEndpoints],
    ["releases", releases],
  ])("that %s cite exist", (_kind, records) => {
    const cited = new Set(records.flatMap((record: unknown) => citedIn(record)));
    expect(cited.size).toBeGreaterThan(0);
    expect([...cited].filter((id) => !sources.has(id))).toEqual([]);
  });

  it("are all cited somewhere", () => {
    const everything = [questions, allFacts, allRules, allChecks, providers, connectors, issuers, dnsServices, loadBalancerKinds, apiEndpoints, releases];
    const text = Object.values(import.meta.glob<string>("../../src/engine/{rules,checks}/**/*.ts", { eager: true, query: "?raw", import: "default" })).join("\n");
    const cited = new Set(everything.flatMap((records) => citedIn(records)));
    // A rule may cite inside its body, where only its text can be read.
    expect([...sources.keys()].filter((id) => !cited.has(id) && !text.includes(`"${id}"`))).toEqual([]);
  });
});

/** Sources that a cell lends to those that read it: not those of what it only looked at. */
function lentBy(plan: Plan, id: string): readonly string[] {
  const cell = plan.cells.get(id);
  return cell?.grounds ? [cell.grounds.shared, ...Object.entries(cell.grounds.rows).flatMap(([row, ground]) => (row === ASIDE ? [] : [ground]))].flatMap((ground) => ground.sources) : (cell?.sources ?? []);
}

describe("facts, derivations and checks", () => {
  const held = (id: string): boolean => {
    const source = sources.get(id);
    return source !== undefined && source.url.startsWith("https://") && source.releases.length > 0;
  };

  it.each([
    ["fact", allFacts.map(({ value }) => value), true],
    ["derivation", allRules.map(({ value }) => value), false],
    ["check", checks, true],
  ])("every %s rests on sources with an https link and the releases they hold for", (_kind, list: readonly { readonly id: string; readonly sources: readonly string[] }[], own) => {
    expect(list.filter((entry) => (own && entry.sources.length === 0) || !entry.sources.every(held)).map(({ id }) => id)).toEqual([]);
  });

  it("derivations that only gather what others derive lead to the sources of those, and those that look up answers to none", () => {
    const gathering = new Set(allRules.filter(({ value }) => value.sources.length === 0).map(({ value }) => value.id));
    const seen = new Set<string>();
    for (const answers of goldenAnswers().values()) {
      const plan = planFrom(answers);
      for (const [from, { rule, state }] of plan.cells) {
        if (!gathering.has(rule) || state !== "known") continue;
        seen.add(rule);
        const { sources: shown, facts: read } = explain(plan, { id: from, from, why: "" });
        // Whoever only looks up who is the master, or which clusters there are, has nothing from the product to show.
        const looksUp = plan.cells.get(from)?.via.every((id) => lentBy(plan, id).length === 0) === true;
        expect(shown.map(({ id }) => id).filter(held).length > 0 || (read.length === 0 && looksUp), from).toBe(true);
      }
    }
    expect([...gathering].filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe("records", () => {
  it.each([
    ["provider", providers],
    ["connector", connectors],
    ["issuer", issuers],
    ["DNS service", dnsServices],
    ["load-balancer kind", loadBalancerKinds],
    ["API endpoint", apiEndpoints],
    ["release", releases],
  ])("every %s has an id of its own and names its sources", (_kind, records) => {
    const ids = records.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(records.filter((record) => record.sources.length === 0)).toEqual([]);
  });
});

describe("links into code of KKP", () => {
  const inCode = [...sources.values()].filter(({ url }) => /^https:\/\/github\.com\/kubermatic\/(?:kubermatic|dashboard)\/(?!blob\/main\/docs\/changelogs\/)/.test(url));

  it.each(releases.map(({ id, latestPatch }) => [id, latestPatch] as const))("lead plans with %s to the tag of its newest patch", (release, patch) => {
    const own = inCode.filter(({ releases }) => releases.includes(release));
    expect(own.length).toBeGreaterThan(50);
    expect(own.flatMap(({ id }) => sourceFor(id, known(release))?.url ?? []).filter((url) => url.split("/")[6] !== `v${patch}`)).toEqual([]);
  });

  it("lead nowhere but to a release, so that no line of them changes under a plan", () => {
    expect(inCode.map(({ url }) => url).filter((url) => !releases.some(({ latestPatch }) => url.split("/")[6] === `v${latestPatch}`))).toEqual([]);
  });
});

describe("links to KubeOne's Terraform examples", () => {
  it.each(RELEASE_IDS)("lead to the newest KubeOne release that is named beside KKP %s", (release) => {
    const tag = (sourceFor("kubeone.terraform-aws", known(release))?.url ?? "").split("/")[6] ?? "";
    expect(tag.slice(1, tag.lastIndexOf("."))).toBe(kubeOneVersions.value[release].at(-1));
  });
});

describe("releases and their entries", () => {
  const entries = [...new Set(releases.flatMap(({ entry, gatewayEntry }) => [entry, gatewayEntry ?? entry]))];
  const unsourced = (record: Sourced, apart: readonly string[]) => Object.entries(record).filter(([part, value]) => value !== undefined && !apart.includes(part) && !record.sourcesOf[part]).map(([part]) => part);

  it.each(releases.map((record) => [record.id, record] as const))("every part of KKP %s names what stands behind it", (_id, record) => {
    expect(unsourced(record, ["id", "upgradesFrom", "upgradeNotes", "gatewaySwitches", "entry", "sources", "sourcesOf"])).toEqual([]);
  });

  it.each(entries.map((entry) => [entry.title, entry] as const))("every part of %s does", (_title, entry) => {
    expect(unsourced(entry, ["title", "seedGatewayByHand", "sources", "sourcesOf"])).toEqual([]);
  });

  it("a source that a part names is one of the release", () => {
    expect(releases.flatMap(({ id, sourcesOf }) => Object.values(sourcesOf).flat().filter((source) => !sources.get(source)?.releases.includes(id)).map((source) => `${id}: ${source}`))).toEqual([]);
  });
});

describe("facts", () => {
  it("are all registered under their ids", () => {
    expect(allFacts.filter(({ value }) => facts.get(value.id) !== value).map(({ file, value }) => `${file}: ${value.id}`)).toEqual([]);
  });

  it.each([...facts.values()].map((fact) => [fact.id, fact] as const))("%s is a printable sentence with a source", (_id, fact) => {
    expect(fact.statement).toMatch(/^\S.*\.$/);
    expect(fact.sources.length).toBeGreaterThan(0);
    expect(fact.value).toBeDefined();
  });

  // They stand in a table of their own, where nothing before them tells what "this" is.
  it("that no source confirms name what they are about", () => {
    const uncertain = [...facts.values()].filter(({ certainty }) => certainty === "unconfirmed" || certainty === "planning");
    expect(uncertain.filter(({ statement }) => /\b(?:this|these|such) (?!plan\b)/i.test(statement)).map(({ statement }) => statement)).toEqual([]);
  });
});
