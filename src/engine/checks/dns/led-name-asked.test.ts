import { expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { ledNameAsked } from "./led-name-asked.ts";

const GITHUB: Changes = { "access.repository": "git@github.com:corp/kkp.git" };
const OFFLINE: Changes = { "network.places.main.internet": "offline" };
/** Workers without internet at another place; the master reaches it. */
const APART: Changes = { "infrastructure.places.west.name": "West", "network.places.west.internet": "offline", "infrastructure.datacenters.fra-vsphere.place": "west", "network.places.main.internet": "direct" };
const found = (changes: Changes) => findingsOf(ledNameAsked, changed(withSubject(referenceAnswers(), "place", "west"), changes));

test("a repository on GitHub that DNS leads to the mirror", () => {
  expect(found({ ...GITHUB, ...OFFLINE })).toEqual([
    expect.objectContaining({
      severity: "blocker",
      title: "github.com is to lead to the mirror, and “Git repository” stands there",
      message: "DNS inside leads github.com to the mirror of binaries, since machines without internet ask for it by this name. Whoever looks for “Git repository” in the same networks comes to the mirror, which does not hold it.",
      answers: ["access.repository", "network.places.main.internet"],
    }),
  ]);
});

test.each<[string, Changes, readonly string[]]>([
  ["a repository on GitHub with internet", GITHUB, []],
  ["a repository of one's own", OFFLINE, []],
  ["an S3 under a led name, in another case", { ...OFFLINE, "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "DL.k8s.io" }, ["dl.k8s.io is to lead to the mirror, and “Address of S3” stands there"]],
  ["a login by GitHub while only workers are without internet", { ...APART, "authentication.connector": "github" }, ["github.com is to lead to the mirror, and “GitHub” stands there"]],
  ["a login by GitHub of a master without internet, which another check tells", { ...OFFLINE, "authentication.connector": "github" }, []],
  ["the mirror itself under that name", { ...OFFLINE, "network.mirrorBinaries": "github.com" }, []],
])("%s", (_name, changes, titles) => {
  expect(found(changes).map(({ title }) => title)).toEqual(titles);
});
