import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { sshEntry } from "./ssh-entry.ts";

const DIRECT: Changes = { "access.bastion": false };
const aws = changed(starterAnswers("aws-single-region"), DIRECT);
const openstack = changed(starterAnswers("openstack-two-tenants"), DIRECT);
const azure = starterAnswers("azure-keycloak");
const hetzner = starterAnswers("proof-of-concept");
const nutanix = installationAnswers("nutanix-hospital");
const droplets = installationAnswers("droplets-for-a-start-up");
const direct = changed(referenceAnswers(), DIRECT);

/** Rows over port 22, with what is known of the addresses of both ends. */
function sshRows(answers: Answers): readonly string[] {
  const { flows, endpoints } = planFrom(answers).firewall;
  const shown = (id: string) => {
    const addresses = endpoints.find((end) => end.id === id)?.addresses ?? [];
    return `${id} (${addresses.map((address) => (address.kind === "known" ? address.value : address.kind === "later" ? `later ${address.who}${address.family ?? ""}` : "open")).join(", ")})`;
  };
  return flows.filter(({ ports }) => ports === "22").map(({ refs, source, destination }) => `${refs.join("=")} ${source} → ${shown(destination)}`);
}

describe("without a bastion in the plan the rows lead to what KubeOne's example hands it", () => {
  test("public addresses of the control planes, which are IPv4 and handed out with the machines", () => {
    expect(sshRows(azure)).toEqual(["E11 engineers → public-machines[seed] (later Azure4)"]);
    expect(sshRows(hetzner)).toEqual(["E11 engineers → public-machines[kubermatic] (later Hetzner Cloud4)"]);
    expect(sshRows(droplets)).toEqual(["E11 engineers → public-machines[kubermatic] (later DigitalOcean4)"]);
  });

  test("the bastion that it makes, and from there the machines", () => {
    expect(sshRows(aws)).toEqual(["E11 engineers → example-bastion[kubermatic] (later AWS4)", "E11 example-bastion[kubermatic] → nodes[kubermatic] (10.90.0.0/20)"]);
    expect(sshRows(openstack).slice(0, 2)).toEqual(["E11 engineers → example-bastion[seed] (later OpenStack4)", "E11 example-bastion[seed] → nodes[seed] (10.70.0.0/24)"]);
  });

  test("the machine in front of the API, where the example's own stands there; a further machine beside another front", () => {
    const clusters = nutanix.subjects.cluster;
    const first = clusters[0] ?? "";
    const gobetween = changed(nutanix, { [`loadBalancer.clusters.${first}.apiEndpoint`]: "gobetween" });
    const of = (answers: Answers) => sshRows(answers).filter((row) => row.includes(`[${first}]`)).map((row) => row.replace(/ \(.*/, ""));
    expect(of(nutanix)).toEqual([`E11 engineers → example-bastion[${first}]`, `E11 example-bastion[${first}] → nodes[${first}]`]);
    expect(of(gobetween)).toEqual([`E11 engineers → api[${first}]`, `E11 api[${first}] → nodes[${first}]`]);
  });

  test("the machines themselves where no example hands over anything else", () => {
    expect(sshRows(direct)).toEqual(["E11 engineers → nodes[seed] (10.20.0.0/24)"]);
    expect(cellOf(sshEntry, direct, "seed").outcome).toEqual({ kind: "known", value: "machines" });
  });

  test("a bastion in the plan takes the place of all of them", () => {
    expect(sshRows(changed(aws, { "access.bastion": true }))).toEqual(["I6 engineers → bastion[frankfurt] (open)", "E11 bastion[frankfurt] → nodes[kubermatic] (10.90.0.0/20)"]);
    expect(cellOf(sshEntry, changed(aws, { "access.bastion": true }), "kubermatic").outcome.kind).toBe("not-applicable");
  });

  test("nobody knows it before the infrastructure is named", () => {
    expect(cellOf(sshEntry, changed(azure, { "infrastructure.clusters.seed.provider": undefined }), "seed").outcome).toEqual({ kind: "waiting", missing: ["infrastructure.clusters.seed.provider"] });
  });

  test("engineers of a managed service come by the same way", () => {
    const rows = (answers: Answers) => sshRows(changed(answers, { "access.service": "managed" })).filter((row) => row.startsWith("M1")).map((row) => row.replace(/ \(.*/, ""));
    expect(rows(azure)).toEqual(["M1 service-engineers → public-machines[seed]"]);
    expect(rows(aws)).toEqual(["M1 service-engineers → example-bastion[kubermatic]"]);
    expect(rows(direct)).toEqual(["M1 service-engineers → nodes[seed]"]);
  });
});

describe("the way in says where KubeOne dials", () => {
  const wayIn = (answers: Answers) => planFrom(answers).access.find(({ id }) => id.startsWith("access.way-in"));

  test("public addresses, also while nobody named the node network", () => {
    expect(wayIn(azure)).toMatchObject({
      detail: { kind: "known", value: "To public addresses of the control planes of weu, which Azure gives them" },
      why: "There is no bastion: KubeOne enters the machines of weu by SSH from the engineers' own, and dials what Terraform prints as kubeone_hosts.",
    });
    expect(wayIn(changed(azure, { "network.places.weu.nodeNetwork": undefined }))?.detail.kind).toBe("known");
  });

  test("the bastion of the example", () => {
    expect(wayIn(aws)?.detail).toEqual({ kind: "known", value: "To the bastion that KubeOne's Terraform example makes for kubermatic, at an address that AWS gives it" });
  });

  test("it is tried where it can be tried", () => {
    const verify = (answers: Answers) => planFrom(answers).checklist.find(({ id }) => id.startsWith("todo.access.way-in"))?.verify;
    expect(verify(droplets)).toBe("From an engineer's machine, `nc -vz` reaches port 22 of a test machine with a public address there");
    expect(verify(direct)).toBe("From an engineer's machine, `nc -vz` reaches port 22 of a test machine in the node network");
    const trial = planFrom(hetzner).runbook.find(({ id }) => id === "step.network-trial[kubermatic]")?.text;
    expect(trial).toContain("from an engineer's machine, `nc -vz` reaches port 22 of each public_address that it prints");
    const through = planFrom(openstack).runbook.find(({ id }) => id === "step.network-trial[seed]")?.text;
    expect(through).toContain("from an engineer's machine, `nc -vz` reaches port 22 of the bastion that it prints, and from there port 22 of each machine");
  });
});
