import { describe, expect, it } from "vitest";
import { chapters, checks, givenAt, LISTED_KINDS, planFrom, withAnswer, withFix, type Answers, type Plan } from "../../src/engine/index.ts";
import { faultOf, minimalPlans } from "../support/minimal-plans.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

/** Faults that do not come alone: what else the minimal plan of a check reports. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  // So many backups are more than the chart asks for, and belong to many user clusters.
  "storage.volume-larger-than-disk": ["sizing.shared-large", "storage.backup-volume"],
  "addresses.dhcp-too-small": ["topology.shared-management"],
  "addresses.dhcp-without-room": ["topology.shared-management"],
  "addresses.ipv6-block": ["network.platform-dual-stack"],
  "addresses.kept-by-former-entry": ["entry.moving-address"],
  "balancers.front-without-sources": ["balancers.node-front-alone"],
  "balancers.node-front-unlisted": ["balancers.node-front-alone"],
  "certificates.http01-node-ports": ["entry.node-port-entry"],
  "certificates.rate-limits": ["sizing.no-user-clusters"],
  "dns.one-key-two-views": ["dns.one-view-only"],
  "exposure.ignored-sources": ["exposure.proxy-sources-stay"],
  "exposure.proxy-sources": ["exposure.proxy-sources-stay", "topology.shared-management"],
  "exposure.unlisted-api-balancers": ["exposure.proxy-sources-stay"],
  "exposure.source-ranges-incomplete": ["topology.shared-management"],
  "identity.kubeconfigs-refused": ["identity.connector-maturity"],
  "identity.two-issuer-fields": ["identity.seed-issuer-mail"],
  "network.users-without-ipv6": ["network.platform-dual-stack"],
  "network.platform-pod-range-nodes": ["monitoring.minimum-too-small", "sizing.shared-large"],
  "providers.load-balancer-missing": ["addresses.not-stated"],
  "quality.zones-named": ["addresses.not-stated"],
  "sizing.listeners-exhausted": ["monitoring.minimum-too-small"],
  "sizing.node-ports-exhausted": ["sizing.shared-large"],
  "sizing.pods-exhausted": ["monitoring.minimum-too-small", "sizing.shared-large"],
  "sizing.volumes-exhausted": ["sizing.workers-there"],
  "storage.backups-beside-etcd": ["addresses.not-stated"],
  "tenants.tenants-and-datacenters": ["platform.one-master"],
};

/** Blockers without a fix: what only people can say, so that no answer may be proposed. */
const LEFT_TO_PEOPLE: Readonly<Record<string, string>> = {
  "addresses.address-twice": "which of both machines takes another address",
  "addresses.api-address-misplaced": "an address that nobody uses",
  "addresses.dhcp-too-small": "a range that nobody uses",
  "addresses.ipv6-block": "a block of the customer's",
  "addresses.network-too-small": "a larger network",
  "addresses.place-network": "which of both answers is wrong",
  "addresses.pods-in-node-network": "a larger network, or pods with addresses of their own",
  "addresses.pool-ipv6": "a block of the customer's",
  "addresses.single-bgp-peer": "the routers",
  "addresses.worker-dhcp-too-small": "a range that nobody uses",
  "addresses.worker-network": "which of both answers is wrong",
  "dns.host-taken": "another name of a system outside",
  "dns.led-name-asked": "where the system stands inside",
  "dns.name-length": "a shorter name that people want to see",
  "dns.one-key-two-views": "a second key of the DNS team",
  "identity.issuer-host-taken": "another name of a system outside",
  "network.bastion-in-made-network": "a machine in a network that is there before",
  "network.subnets-in-vpc": "the range of a VPC that is there",
  "platform.unique-names": "which of both is renamed",
  "platform.unknown-reference": "which place was meant",
  "sizing.pods-exhausted": "another Seed with all its answers",
  "storage.bucket-twice": "another name that nobody has",
  "storage.mla-bucket-name": "a prefix that is short enough and says whose it is",
  "storage.other-bucket-names": "a name that S3 takes and that says whose it is",
  "storage.velero-store": "a store of the customer's",
  "topology.missing-links": "a route in the customer's network",
  "topology.seed-links": "a route in the customer's network",
  "versions.user-clusters": "upgrades of what runs today",
};

const spoken = (plan: Plan): readonly string[] => [...new Set(plan.findings.map(({ check }) => check))].toSorted();

describe("minimal plans", () => {
  it("are there for each check, and for nothing else", () => {
    expect([...minimalPlans.keys()].toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
  });

  it.each([...minimalPlans])("%s is reported, and nothing that has no part in it", (id, answers) => {
    const { findings } = planFrom(answers);
    expect(findings.filter((finding) => finding.id.endsWith("could-not-run"))).toEqual([]);
    expect([...new Set(findings.map(({ check }) => check))].toSorted()).toEqual([id, ...(BESIDES[id] ?? [])].toSorted());
    expect(findings.filter(({ check }) => check === id).map(({ title }) => `# ${title}.`)).toContain(faultOf(id));
  });
});

describe("blockers", () => {
  const stuck = [...minimalPlans].filter(([id, answers]) => planFrom(answers).findings.some(({ check, severity, fixes }) => check === id && severity === "blocker" && fixes.length === 0)).map(([id]) => id);

  it("offer a fix, unless only people can say what it would be", () => expect(stuck).toEqual(Object.keys(LEFT_TO_PEOPLE)));

  it.each([...minimalPlans])("%s ends by each fix that it offers", (id, answers) => {
    for (const finding of planFrom(answers).findings.filter(({ check }) => check === id)) {
      for (const fix of finding.fixes) {
        const healed = planFrom(withFix(answers, fix));
        expect(healed.findings.filter((other) => other.id === finding.id), fix.title).toEqual([]);
        for (const path of fix.takeAway ?? []) {
          expect(fix.title).toMatch(/^Take .* away/);
          for (const old of [givenAt(answers, path)].flat()) expect(fix.title, path).toContain(String(old));
          expect(healed.openPoints.map((point) => point.path), fix.title).not.toContain(path);
        }
      }
    }
  });
});

describe("fixes of an upgrade", () => {
  const running = (answers: Answers) => planFrom(withAnswer(withAnswer(answers, "project.release", "2.31"), "project.upgradeFrom", "2.30"));
  // What grows around what it holds is the matter of a test of its own.
  const kept = new Set(chapters.flatMap(({ questions: of }) => [...of.plan, ...LISTED_KINDS.flatMap((kind) => of[kind])]).filter((question) => question.kept !== undefined && question.kept.grows !== true).map(({ id }) => id));
  /** Id of the question behind a path: without its subject. */
  const idOf = (path: string) => path.split(".").toSpliced(2, path.split(".").length - 3).join(".");

  it.each([...minimalPlans])("%s changes nothing that a running platform keeps, and says what can be done", (id, answers) => {
    const before = new Map(planFrom(answers).findings.map((finding) => [finding.id, finding]));
    for (const { id: at, check, fixes, remedy } of running(answers).findings.filter((finding) => finding.check === id)) {
      for (const { set, takeAway = [] } of fixes) expect([...set.map(({ path }) => path), ...takeAway].map(idOf).filter((path) => kept.has(path)), check).toEqual([]);
      const [usual, left] = [before.get(at)?.remedy ?? "", / that (?:run|exists) keeps? [^.]*\. (.+)$/.exec(remedy)?.[1]];
      // Where a fix is left out, the remedy is another one as well.
      if (left !== undefined) expect(left, check).not.toBe(usual);
      else if (before.has(at)) expect(fixes.length, check).toBe(before.get(at)?.fixes.length);
    }
  });
});

describe("starter plans", () => {
  const said = new Map(starterNames.map((name) => [name, spoken(planFrom(starterAnswers(name)))]));

  it.each(checks.map(({ id }) => id))("%s is silent in all of them", (id) => {
    expect(starterNames.filter((name) => said.get(name)?.includes(id))).toEqual([]);
  });
});
