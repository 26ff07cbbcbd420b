import { expect, it } from "vitest";
import { planFrom } from "../../engine/index.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { scopeOf } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { externalHosts } from "./external-hosts.ts";

const rowsOf = (starter: string): readonly (readonly string[])[] =>
  externalHosts.build(scopeOf({ plan: planFrom(starterAnswers(starter)), planId: "0", format: 1 }))?.rows.map((row) => row.cells.map((cell) => plainText(cell))) ?? [];

const purposeOf = (starter: string, host: string): string | undefined => rowsOf(starter).find(([name]) => name === host)?.at(-1);

it("names servers as hosts, and paths with what they are for", () => {
  expect(rowsOf("large-data-centre").filter(([name = ""]) => name.includes("/"))).toEqual([]);
});

it("says once what one purpose says of another", () => {
  expect(purposeOf("kubevirt-on-bare-metal", "download.docker.com")).toBe("Container runtime on Ubuntu, RHEL and Rocky Linux");
  expect(rowsOf("large-data-centre").filter(([name]) => name === "docker.io").map((cells) => cells.at(-1))).toContain("envoyproxy/envoy: nodeport-proxy and Envoy Gateway");
  expect(purposeOf("vsphere-plus-azure-seed", "ghcr.io")).toBe("Images of Dex, Karma and the reloader of Prometheus");
});
