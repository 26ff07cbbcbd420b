import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

/** The insurer with two more datacenters, and a second cluster beside the first. */
function insurer(changes: Changes) {
  const more = (["paris", "oslo"] as const).reduce((answers, id) => withSubject(answers, "datacenter", id), withSubject(installationAnswers("insurer-behind-a-proxy"), "place", "north"));
  return planFrom(changed(withSubject(more, "cluster", "second"), changes));
}

const at = (id: string, place: string, provider: string, seed = "seed"): Changes => ({
  [`infrastructure.datacenters.${id}.place`]: place,
  [`infrastructure.datacenters.${id}.provider`]: provider,
  [`infrastructure.datacenters.${id}.seed`]: seed,
});
const NORTH: Changes = { "infrastructure.places.north.name": "Oslo", "infrastructure.places.north.awsRegion": "eu-north-1" };
const toProxy = ({ firewall }: ReturnType<typeof planFrom>, words: RegExp) => firewall.flows.filter(({ destination, reason }) => destination === "proxy[main]" && words.test(reason)).map(({ id, refs, source, reason, why }) => ({ id, refs, source, reason, why }));

test("all clouds that a Seed asks through its proxy are one row", () => {
  const [row, ...others] = toProxy(insurer({ ...NORTH, ...at("paris", "main", "azure"), ...at("oslo", "north", "aws") }), /are created/);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    id: "flow.P5-proxy[seed]",
    refs: ["P5", "E17", "E16"],
    reason: "Machines are created through the AWS API; machines and networks are created through the Azure API",
  });
  expect(row?.why).toContain("seed asks the AWS API for machines in Dublin whenever");
  expect(row?.why).toContain("seed asks the AWS API for machines in Oslo whenever");
  expect(row?.why.match(/The parts that make them are handed the proxy\./g)).toHaveLength(1);
  expect(row?.why.match(/TCP 443 is the vendor's default/g)).toHaveLength(1);
});

test("a datacenter whose infrastructure is open takes nothing from the row", () => {
  const [row] = toProxy(insurer({ ...at("paris", "main", "azure"), ...at("oslo", "main", "aws") }), /are created/);
  const [open] = toProxy(insurer({ ...at("paris", "main", "azure"), ...at("oslo", "main", "aws"), "infrastructure.datacenters.paris.provider": undefined }), /are created/);
  expect([row?.id, row?.reason]).toEqual(["flow.P5-proxy[seed]", "Machines are created through the AWS API; machines and networks are created through the Azure API"]);
  expect([open?.id, open?.reason]).toEqual(["flow.P5-proxy[seed]", "Machines are created through the AWS API"]);
});

const SECOND: Changes = { "infrastructure.clusters.second.role": "seed", "infrastructure.clusters.second.place": "main", "infrastructure.clusters.second.provisioning": "kubeone" };

test("so are those that the dashboard asks", () => {
  const rows = toProxy(insurer({ ...NORTH, ...SECOND, "infrastructure.clusters.second.provider": "azure", ...at("paris", "main", "azure", "second"), ...at("oslo", "north", "hetzner", "second") }), /can be chosen/);
  expect(rows).toMatchObject([{ id: "flow.dashboard-proxy[seed]", refs: ["P5", "E16"], source: "nodes[seed]", reason: "The dashboard's API asks the Azure API and the Hetzner Cloud API what can be chosen" }]);
  expect(rows[0]?.why).toContain("Whoever creates a user cluster in Dublin and Oslo chooses");
});

test("doubts about ports end the reason of what the dashboard asks", () => {
  const away = changed(withSubject(installationAnswers("openstack-keystone"), "cluster", "second"), { "infrastructure.clusters.seed.provider": "vsphere", "infrastructure.clusters.seed.role": "master", "infrastructure.clusters.second.role": "seed", "infrastructure.clusters.second.place": "main", "infrastructure.clusters.second.provider": "openstack", "infrastructure.datacenters.bern.seed": "second" });
  expect(planFrom(away).firewall.flows.find(({ id }) => id.startsWith("flow.dashboard["))?.reason).toBe("The dashboard's API asks the OpenStack API what can be chosen; ports not confirmed");
});

test("and those on which Terraform makes machines from one bastion", () => {
  const rows = toProxy(insurer({ ...SECOND, "infrastructure.clusters.second.provider": "azure" }), /^Terraform/);
  expect(rows).toMatchObject([{ id: "flow.installer-proxy[bastion.main]", reason: "Terraform creates machines through the AWS API and the Azure API" }]);
  expect(rows[0]?.why).toContain("are created in AWS and Azure from there");
});
