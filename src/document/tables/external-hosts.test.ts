import { expect, it } from "vitest";
import { planFrom } from "../../engine/index.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { scopeOf } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { externalHosts } from "./external-hosts.ts";

const purposeOf = (starter: string, host: string): string | undefined => {
  const plan = planFrom(starterAnswers(starter));
  const cells = externalHosts.build(scopeOf({ plan, planId: "0", format: 1 }))?.rows.map((row) => row.cells.map((cell) => plainText(cell)));
  return cells?.find(([name]) => name === host)?.at(-1);
};

it("says once what one purpose says of another", () => {
  expect(purposeOf("kubevirt-on-bare-metal", "download.docker.com")).toBe("Container runtime on Ubuntu, RHEL and Rocky Linux");
  expect(purposeOf("large-data-centre", "docker.io/envoyproxy/envoy")).toBe("nodeport-proxy and Envoy Gateway");
  expect(purposeOf("vsphere-plus-azure-seed", "ghcr.io")).toBe("Images of Dex, Karma and the reloader of Prometheus");
});
