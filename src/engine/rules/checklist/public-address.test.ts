import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const HTTP01 = { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9" };
const itemIn = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.public-address[seed]");

test("a public address in front of a private entry is led on by the network team", () => {
  expect(itemIn(HTTP01)).toMatchObject({
    title: "Forwarding of TCP 80 from 203.0.113.9 to 10.20.30.1",
    team: "network",
    why: "10.20.30.1 is private: without the forwarding no name is proved, and no certificate is issued or renewed.",
    dependsOn: ["todo.address.pool[seed]"],
    blockedBy: [],
  });
});

test("ports of the nodes are named on both sides", () => {
  expect(itemIn({ ...HTTP01, "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" })?.title).toBe("Forwarding of TCP 80 from 203.0.113.9 to TCP 32080 of 10.20.0.21");
});

test("people on the internet need both ports", () => {
  expect(itemIn({ "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9" })?.title).toBe("Forwarding of TCP 443 and 80 from 203.0.113.9 to 10.20.30.1");
});

test("an address that nobody stated yet blocks the line", () => {
  expect(itemIn({ "certificates.issuance": "http01" })).toMatchObject({ title: "Forwarding of TCP 80 from a public address to 10.20.30.1", blockedBy: ["certificates.publicAddress"] });
});

test("an entry whose address is handed out is prepared by name, and led to when the runbook knows it", () => {
  const plan = planFrom(installationAnswers("play-in-two-places"));
  expect(plan.checklist.find(({ id }) => id === "todo.public-address[vie]")).toMatchObject({
    title: "Forwarding of TCP 80 from 203.0.113.10 to the entry of vie, agreed on for the day of the installation",
    verify: "203.0.113.10 is reserved, and somebody is named who leads it on when the runbook tells the address of the entry of vie",
  });
  const ids = plan.runbook.map(({ id }) => id);
  const step = plan.runbook[ids.indexOf("step.forwarding[vie]")];
  expect(ids.indexOf("step.forwarding[vie]")).toBeGreaterThan(ids.indexOf("step.seed-charts[vie]"));
  expect(ids.indexOf("step.forwarding[vie]")).toBeLessThan(ids.indexOf("step.issuer[vie]"));
  expect(step?.text).toContain("TCP 80 of 203.0.113.10");
  expect(step?.commands).toContain("kubectl -n kubermatic get gateway kubermatic -o jsonpath='{.status.addresses[0].value}'");
});

test("the entry of the platform is led to before its records and certificates are looked for", () => {
  const handedOut = { "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9", "loadBalancer.kubelbPlace": "vie", "loadBalancer.clusters.fra.kind": "kubelb", "certificates.issuance": "self-signed" };
  const plan = planFrom(changed(installationAnswers("play-in-two-places"), handedOut));
  const ids = plan.runbook.map(({ id }) => id);
  expect(ids.indexOf("step.forwarding[fra]")).toBe(ids.indexOf("step.master") + 1);
  expect(plan.runbook[ids.indexOf("step.forwarding[fra]")]?.text).toContain("TCP 443 of 203.0.113.9");
  expect(ids).not.toContain("step.forwarding[vie]");
});

test("TCP 80 is shown by the address where external-dns enters the names on the day", () => {
  const row = (changes: Changes) => referencePlan({ ...HTTP01, ...changes }).checklist.find(({ title }) => title.startsWith("TCP 80 from "));
  const driven = { "dns.automation": "bind", "dns.externalDns": true };
  expect(row({})).toMatchObject({ verify: expect.stringMatching(/^After `curl -I` of http:\/\/ with each of kubermatic\.example\.com, /) as string, dependsOn: ["todo.records"] });
  expect(row({ ...driven, "dns.zone": "split" })).toMatchObject({ verify: "After `curl -I` of http://203.0.113.9 from outside, the firewall's log shows a connection that was let through; an answer comes at the acceptance only", dependsOn: [], blockedBy: [] });
  expect(row({ ...driven, "dns.zone": "public", "loadBalancer.clusters.seed.pool": "203.0.113.0/28" })?.verify).toMatch(/^After `curl -I` of http:\/\/203\.0\.113\.\d+ from outside/);
  expect(row({ ...driven, "dns.zone": "split", "certificates.publicAddress": undefined })).toMatchObject({ blockedBy: ["certificates.publicAddress"] });
});

test("an upgrade leads it on to the new entry of a Seed apart when the names of that Seed move, and not with those of the master", () => {
  const plan = planFrom(changed(installationAnswers("play-in-two-places"), { "project.release": "2.31", "project.upgradeFrom": "2.30" }));
  const text = (id: string) => plan.runbook.find((step) => step.id === id)?.text;
  expect(text("step.upgrade-seed-names[vie]")).toContain("The forwarding from the public address to vie changes at the same moment. Do so right after the trial");
  expect(text("step.upgrade-names")).toBeDefined();
  expect(text("step.upgrade-names")).not.toContain("The forwarding");
});

test("a fixed address needs no step: the forwarding is there before", () => {
  expect(referencePlan(HTTP01).runbook.map(({ id }) => id)).not.toContain("step.forwarding[seed]");
});

test.each<[string, Changes]>([
  ["the reference setup", {}],
  ["a public entry", { ...HTTP01, "loadBalancer.clusters.seed.pool": "203.0.113.0/28" }],
  ["an authority inside", { "certificates.issuance": "acme-http01" }],
])("%s needs no forwarding", (_name, changes) => expect(itemIn(changes)).toBeUndefined());
