import { expect, test } from "vitest";
import { referencePlan } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const LIMITED: Changes = { "loadBalancer.departures": ["proxy-sources"], "loadBalancer.clusters.seed.proxySources": ["10.0.0.0/8", "192.168.4.0/24"] };
const SHOWN = `kubectl -n kubermatic get service nodeport-proxy -o jsonpath='{.spec.loadBalancerSourceRanges[*]}' | grep -oE '[^ ]+' | sort -u`;
const acceptance = (changes: Changes) => referencePlan(changes).runbook.find(({ id }) => id === "step.acceptance");

test("whom the nodeport-proxy lets in is seen at its Service, since KKP takes nothing out of it", () => {
  const step = acceptance(LIMITED);
  expect(step?.text).toContain("The Service nodeport-proxy lists 10.0.0.0/8 and 192.168.4.0/24 on seed and nothing else");
  expect(step?.commands).toContain(SHOWN);
});

test("nobody looks where no list was given, or none is known yet", () => {
  for (const changes of [{}, { "loadBalancer.departures": ["proxy-sources"] }]) expect(acceptance(changes)?.commands).not.toContain(SHOWN);
});

test("the Seed object does not promise to take networks out of that Service", () => {
  const row = referencePlan(LIMITED).settings.find(({ field }) => field.endsWith("loadBalancerService.sourceRanges"));
  expect(row?.why).toContain("never takes one out");
});
