import { expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { noRepository } from "./no-repository.ts";
import { secretsWithoutRepository } from "./secrets-without-repository.ts";
import { toolingOutdated } from "./tooling-outdated.ts";

test.each(starterNames)("%s: silent", (name) => {
  expect([noRepository, secretsWithoutRepository, toolingOutdated].flatMap((check) => findingsOf(check, starterAnswers(name))).map(({ id }) => id)).toEqual([]);
});

test("the container is older than the Kubernetes of every release since 2.28", () => {
  const [finding] = findingsOf(toolingOutdated, referenceAnswers({ "access.toolset": "container", "project.release": "2.31" }));
  expect(finding?.message).toContain("KKP 2.31 starts with Kubernetes 1.35; KubeOne 1.12.3 in the container ends at 1.34");
  expect(findingsOf(toolingOutdated, referenceAnswers({ "access.toolset": "installed", "project.release": "2.31" }))).toEqual([]);
});

test("SOPS and git-crypt need a repository, Vault does not", () => {
  const without = (secretStore: string) => findingsOf(secretsWithoutRepository, referenceAnswers({ "access.repository": "none", "access.secretStore": secretStore }));
  expect(without("sops")).toMatchObject([{ severity: "blocker", fixes: [{ set: [{ path: "access.secretStore", value: "other" }] }] }]);
  expect(without("git-crypt")).toHaveLength(1);
  expect(without("vault")).toEqual([]);
});

test("production keeps its configuration in a repository", () => {
  expect(findingsOf(noRepository, referenceAnswers({ "access.repository": "none" }))).toHaveLength(1);
  expect(findingsOf(noRepository, referenceAnswers({ "access.repository": "none", "project.purpose": "proof-of-concept" }))).toEqual([]);
});
