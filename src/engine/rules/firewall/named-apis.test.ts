import { describe, expect, test } from "vitest";
import { offlineCloud } from "../../checks/internet/offline-cloud.ts";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";

const PROXY: Changes = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "10.20.0.60", "network.places.main.proxyPort": 3128, "authentication.ldapHost": "ldap.example.com", "infrastructure.places.main.vsphereServer": "vcenter.example.com" };
const ALIBABA: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "alibaba", "infrastructure.places.main.alibabaApi": "ecs.eu-central-1.aliyuncs.com", "infrastructure.places.main.alibabaRegion": "eu-central-1" };
const ANEXIA: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "anexia", "infrastructure.places.main.anexiaApi": "engine.anexia-it.com", "infrastructure.places.main.anexiaLocation": "abc" };

describe.each([
  // machine-controller leaves its library at HTTP, KKP asks by HTTPS.
  ["alibaba", ALIBABA, "ecs.eu-central-1.aliyuncs.com", "the Alibaba Cloud API", "80, 443", []],
  // Its cloud controllers on the Seed make load balancers and are handed no proxy.
  ["anexia", ANEXIA, "engine.anexia-it.com", "Anexia Engine", "443", [["provider-api[main.anexia]", "443"]]],
])("the API of %s, whose host people name, stands on the internet", (id, changes, host, title, ports, pastProxy) => {
  const row = (plan: ReturnType<typeof referencePlan>) => plan.firewall.flows.filter(({ id: own }) => own.endsWith(`[seed.main.${id}]`) || own === "flow.P5-proxy[seed]").map((flow) => [flow.destination, flow.ports]);
  const allowed = (plan: ReturnType<typeof referencePlan>) => plan.firewall.external.filter((one) => one.host === host).map((one) => [one.source, one.ports]);

  test("it is dialled directly where machines are let out", () => {
    const plan = referencePlan(changes);
    expect(row(plan)).toEqual([[`provider-api[main.${id}]`, ports]]);
    expect(allowed(plan)).toEqual([["nodes[seed]", ports]]);
  });

  test("it is asked through the proxy, stands on the proxy's list and in no NO_PROXY", () => {
    const plan = referencePlan({ ...changes, ...PROXY });
    expect(row(plan)).toEqual([["proxy[main]", "3128"], ...pastProxy]);
    expect(allowed(plan)).toEqual([["nodes[seed]", ports]]);
    const lists = plan.settings.filter(({ field }) => field.endsWith("noProxy")).map(({ value }) => (value.kind === "known" ? value.value.split(",") : []));
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.filter((list) => list.length === 0 || list.includes(host))).toEqual([]);
  });

  test("without internet nothing is made through it", () => {
    const [finding] = findingsOf(offlineCloud, referenceAnswers({ ...changes, "network.places.main.internet": "offline" }));
    expect(finding?.message).toBe(`seed creates machines through ${title}, which stands on the internet; machines in Frankfurt reach nothing there.`);
  });
});
