import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { lookAt } from "../../answers/answers.ts";
import { access } from "../../answers/chapters/access.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const MANAGED: Changes = {
  "infrastructure.clusters.azure-seed.provisioning": "managed",
  "infrastructure.clusters.azure-seed.apiHost": "azure-seed.hcp.westeurope.azmk8s.io",
  "infrastructure.clusters.azure-seed.apiPort": 443,
  "access.service": "managed",
  "access.serviceNetworks": ["10.99.0.0/24"],
};
const plan = (changes: Changes = {}) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...MANAGED, ...changes }));
const from = ({ firewall }: ReturnType<typeof plan>, place: string) => firewall.flows.filter(({ source, destination }) => source === `bastion[${place}]` || destination === `bastion[${place}]`);

describe("a place where only a managed cluster stands", () => {
  test("has no bastion: the master's reaches its Kubernetes API", () => {
    const without = plan();
    expect(from(without, "azure")).toEqual([]);
    expect(without.firewall.endpoints.some(({ id }) => id === "bastion[azure]")).toBe(false);
    expect(without.firewall.external.filter(({ source }) => source === "bastion[azure]")).toEqual([]);
    expect(without.access.some(({ id }) => id === "access.bastion[azure]")).toBe(false);
    expect(without.openPoints.some(({ path }) => path === "access.places.azure.bastionAddress")).toBe(false);
    expect(from(without, "main").filter(({ destination }) => destination === "api[azure-seed]").map(({ ports }) => ports)).toEqual(["443"]);
    expect(without.runbook[0]?.text).toContain("Work on the bastion. ");
  });

  test("is not asked for the address of one", () => {
    const asked = (changes: Changes) => {
      const { asked: isAsked } = access.place.bastionAddress;
      return isAsked?.(lookAt(changed(starterAnswers("vsphere-plus-azure-seed"), changes)), "azure");
    };
    expect(asked(MANAGED)).toBe(false);
    expect(asked({})).toBe(true);
    expect(asked({ "infrastructure.clusters.azure-seed.provisioning": undefined })).toBe(true);
  });

  test("has one where KubeOne makes machines, and where the master stands on a managed cluster", () => {
    const built = plan({ "infrastructure.clusters.azure-seed.provisioning": "kubeone" });
    expect(from(built, "azure").length).toBeGreaterThan(0);
    expect(built.access.some(({ id }) => id === "access.bastion[azure]")).toBe(true);
    const master = plan({ "infrastructure.clusters.azure-seed.provisioning": "kubeone", "infrastructure.clusters.seed.provisioning": "managed", "infrastructure.clusters.seed.apiHost": "api.example.com", "infrastructure.clusters.seed.apiPort": 443 });
    expect(from(master, "main").some(({ destination }) => destination === "api[seed]")).toBe(true);
    expect(master.access.some(({ id }) => id === "access.bastion[main]")).toBe(true);
  });
});
