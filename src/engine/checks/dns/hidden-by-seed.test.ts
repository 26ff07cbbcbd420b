import { describe, expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { hiddenBySeed } from "./hidden-by-seed.ts";

const OVERWRITE = "dns.clusters.seed.seedDnsOverwrite";
const WILD: Changes = { "dns.platformNames": "wildcard", [OVERWRITE]: "grafana" };
const found = (changes: Changes = {}) => findingsOf(hiddenBySeed, referenceAnswers({ ...WILD, ...changes }));

describe("a Seed below a name of the platform", () => {
  test("hides it from the platform's wildcard", () => {
    expect(found()).toMatchObject([
      {
        severity: "blocker",
        title: "grafana.kubermatic.example.com is hidden by the names of seed",
        message: "The record *.grafana.kubermatic.example.com lies below grafana.kubermatic.example.com, which is there with it, without an address. A wildcard answers for names alone that are not there, so nobody finds Grafana of the platform.",
        answers: ["dns.platformNames", OVERWRITE],
      },
    ]);
  });

  test("hides it from further below as well, and by its own name where nothing replaces that", () => {
    expect(found({ [OVERWRITE]: "fra.grafana" })).toHaveLength(1);
    expect(found({ [OVERWRITE]: undefined, "infrastructure.clusters.seed.name": "prometheus" })[0]?.answers).toEqual(["dns.platformNames", "infrastructure.clusters.seed.name"]);
  });

  test("is found by a record of its own, to which the fix leads", () => {
    const [fix] = found()[0]?.fixes ?? [];
    expect(fix?.set).toEqual([{ path: "dns.platformNames", value: "single" }]);
    expect(findingsOf(hiddenBySeed, changed(referenceAnswers(WILD), { "dns.platformNames": "single" }))).toEqual([]);
  });

  test("hides nothing where it only begins alike, where the name is not served, or where no record lies below it", () => {
    expect(found({ [OVERWRITE]: "my-grafana" })).toEqual([]);
    expect(found({ [OVERWRITE]: "grafana.fra" })).toEqual([]);
    expect(found({ "monitoring.platformUis": ["prometheus"] })).toEqual([]);
    expect(found({ "loadBalancer.exposeStrategy": "LoadBalancer", "monitoring.seedUis": [] })).toEqual([]);
    expect(found({ "loadBalancer.exposeStrategy": "LoadBalancer" })[0]?.message).toContain("The record grafana.grafana.kubermatic.example.com lies below");
  });

  test("waits for the name of the Seed", () => {
    expect(found({ [OVERWRITE]: undefined, "infrastructure.clusters.seed.name": undefined })).toEqual([]);
  });
});
