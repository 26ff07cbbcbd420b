import { expect, test } from "vitest";
import { planFrom, type Answers } from "../../engine/index.ts";
import { changed } from "../../engine/testing/reference.ts";
import { installationAnswers } from "../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { scopeOf } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { dnsRecommended, dnsRecords } from "./dns-records.ts";

/** Name of each record with the column “Must be seen by”. */
const seen = (answers: Answers): readonly string[] => {
  const scope = scopeOf({ plan: planFrom(answers), planId: "0", format: 1 });
  return [dnsRecords, dnsRecommended].flatMap((table) => {
    const built = table.build(scope);
    const at = built?.columns.findIndex(({ title }) => title === "Must be seen by") ?? -1;
    return (built?.rows ?? []).map(({ cells }) => `${plainText(cells[0] ?? [])}: ${at < 0 ? "" : plainText(cells[at] ?? [])}`);
  });
};

test("a split zone: names at a public entry are for both views, those at a private one for one view each", () => {
  expect(seen(installationAnswers("play-in-two-places"))).toEqual([
    "play.example: everybody",
    "grafana.play.example: everybody",
    "grafana.fra.play.example: everybody",
    "alertmanager.fra.play.example: everybody",
    "grafana.vie.play.example: your networks",
    "alertmanager.vie.play.example: your networks",
    "monitoring-grafana.vie.play.example: your networks",
    "grafana.vie.play.example: the internet",
    "alertmanager.vie.play.example: the internet",
    "monitoring-grafana.vie.play.example: the internet",
    "kube-api.vie.play.example: your networks",
  ]);
});

test("challenges that another service answers take no name from the internet", () => {
  const rows = seen(changed(starterAnswers("azure-keycloak"), { "dns.zone": "public", "certificates.issuance": "dns01", "dns.automation": "acmedns", "dns.acmednsHost": "acme-dns.example.com" }));
  const [challenges, others] = [rows.filter((row) => row.startsWith("_acme-challenge.")), rows.filter((row) => !/^(?:_acme-challenge|kube-api)\./.test(row))];
  expect(challenges.length).toBeGreaterThan(0);
  expect(challenges.every((row) => row.endsWith(": the internet"))).toBe(true);
  expect(others.filter((row) => row.endsWith(": your networks"))).toEqual([]);
  expect(others.filter((row) => row.endsWith(": everybody")).length).toBeGreaterThan(0);
});

test("other records of a private entry stay inside with its names", () => {
  const rows = seen(changed(installationAnswers("play-in-two-places"), { "loadBalancer.exposeStrategy": "Tunneling" }));
  expect(rows).toContain("*.vie.play.example: your networks");
  expect(rows).toContain("*.fra.play.example: everybody");
});

test("nobody outside: an address that is handed out from a private block, and a public one that only machines inside are given", () => {
  const nobody = { "dns.outside": false, "certificates.issuance": "dns01", "dns.automation": "acmedns", "dns.acmednsHost": "acme.example.com" };
  const rows = (zone: string) => seen(changed(installationAnswers("play-in-two-places"), { ...nobody, "dns.zone": zone })).filter((row) => !row.startsWith("_acme-challenge."));
  expect(rows("split").every((row) => row.endsWith(": your networks"))).toBe(true);
  expect(rows("public").filter((row) => row.includes(".vie.") && !row.startsWith("kube-api.")).every((row) => row.endsWith(": your networks"))).toBe(true);
  expect(rows("public")).toContain("play.example: everybody");
});

test("where external-dns fills one view of two, the table says who fills the other", () => {
  const caption = (changes: Parameters<typeof changed>[1]) => plainText(dnsRecords.build(scopeOf({ plan: planFrom(changed(starterAnswers("azure-keycloak"), changes)), planId: "0", format: 1 }))?.caption ?? []);
  expect(caption({ "dns.zone": "split", "dns.outside": true })).toContain("Must be seen by: everybody. Entered by: external-dns, and people in the outer view.");
  expect(caption({ "dns.zone": "split", "dns.outside": false })).toContain("Must be seen by: your networks. Entered by: external-dns.");
  expect(caption({})).toMatch(/^For the DNS team\. Entered by: external-dns\.$/);
  expect(caption({ "dns.externalDns": false })).toBe("For the DNS team.");
});

test("nobody is told where everybody finds all of them", () => {
  // The Kubernetes API of a cluster that KubeOne builds is called by people of the platform alone.
  expect(seen(changed(starterAnswers("proof-of-concept"), { "infrastructure.clusters.kubermatic.provisioning": "existing" })).every((row) => row.endsWith(": "))).toBe(true);
});

test("the DNS team is told of a zone that the inside alone sees, and told nothing for sure before somebody says who sees it", () => {
  const caption = (zone: string | undefined) => plainText(dnsRecords.build(scopeOf({ plan: planFrom(changed(installationAnswers("setup-checklist"), { "dns.zone": zone })), planId: "0", format: 1 }))?.caption ?? []);
  expect(caption("private")).toContain("Must be seen by: your networks.");
  expect(caption(undefined)).toContain("Must be seen by: open, DNS team.");
});
