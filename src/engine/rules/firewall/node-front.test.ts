import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { withSubject } from "../../answers/answers.ts";
import { changed, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import type { Plan } from "../../plan/plan.ts";

const AT = "loadBalancer.clusters.seed";
/** A front outside the nodes' network 10.20.0.0/24. */
const FRONT: Changes = { [`${AT}.kind`]: "none", [`${AT}.nodeFront`]: "10.8.0.5", [`${AT}.nodeFrontPorts`]: "usual", [`${AT}.nodeFrontSources`]: ["10.8.0.5/32"] };
const NEW_GATEWAY: Changes = { "project.release": "2.31", "project.upgradeFrom": "none" };

const onward = ({ firewall }: Plan, cluster = "seed") => firewall.flows.filter(({ source }) => source === `node-front[${cluster}]`).map(({ refs, destination, ports, lifetime }) => `${refs.join("=")} ${destination} ${ports} ${lifetime}`);
const trials = ({ firewall }: Plan, cluster = "seed") => firewall.flows.filter(({ refs, destination }) => refs[0] === "I5" && destination === `entry[${cluster}]`).map(({ source, ports, lifetime }) => `${source} ${ports} ${lifetime}`);
const item = ({ checklist }: Plan, cluster = "seed") => checklist.find(({ id }) => id === `todo.led-ports[${cluster}]`);
const asked = ({ openPoints }: Plan) => openPoints.map((point) => point.path).filter((path) => path.includes("nodeFront"));
const step = ({ runbook }: Plan, cluster = "seed") => runbook.find(({ id }) => id === `step.node-front[${cluster}]`);

describe("what stands in front of node ports", () => {
  test("gets through to the nodes, on the ports of the entry and of API servers", () => {
    const plan = referencePlan(FRONT);
    expect(onward(plan)).toEqual(["P1=E2 nodes[seed] 32443, 32080 installation and operation", "P9 nodes[seed] 30000-32767 operation"]);
    expect(plan.firewall.endpoints.find(({ id }) => id === "node-front[seed]")?.addresses).toEqual([{ kind: "known", value: "10.8.0.5/32" }]);
    expect(plan.firewall.flows.find(({ id }) => id === "flow.front-entry[seed]")?.why).toBe("10.8.0.5 is no node of seed: what people dial there answers only where it gets through to NGINX Ingress on the nodes.");
    expect(onward(referencePlan({ ...FRONT, ...NEW_GATEWAY }))[0]).toBe("P1 nodes[seed] 30443 installation and operation");
    expect(onward(referencePlan({ ...FRONT, ...NEW_GATEWAY, "certificates.issuance": "http01" }))[0]).toBe("P1 nodes[seed] 30443, 30080 installation and operation");
  });

  test("does so inside the nodes' network as well", () => {
    expect(onward(referencePlan({ ...FRONT, [`${AT}.nodeFront`]: "10.20.0.30", [`${AT}.nodeFrontSources`]: ["10.20.0.28/30"] }))).toHaveLength(2);
  });

  test("is prepared before, and given its targets when the entry answers on the nodes", () => {
    const plan = referencePlan({ ...FRONT, ...NEW_GATEWAY });
    expect(item(plan)).toMatchObject({
      title: "10.8.0.5 prepared to lead TCP 443 to 30443 and 30000–32767 on to the nodes of seed",
      team: "network",
      why: "Names lead to 10.8.0.5 while Envoy Gateway answers on 30443 and API servers of user clusters answer on ports of 30000–32767 of the nodes.",
      blockedBy: [],
    });
    expect(plan.checklist.map(({ id }) => id)).not.toContain("todo.node-front[seed]");
    const ids = plan.runbook.map(({ id }) => id);
    expect(ids.indexOf("step.node-front[seed]")).toBe(ids.indexOf("step.master") + 1);
    expect(ids.indexOf("step.node-front[seed]")).toBeLessThan(ids.indexOf("step.platform-names"));
    expect(step(plan)?.text).toContain("leads TCP 443 to 30443 and 30000–32767 of 10.8.0.5 on to them");
    expect(step(plan)?.commands.at(-1)).toBe("curl -kI --connect-to kubermatic.example.com:443:10.8.0.5:443 https://kubermatic.example.com");
  });

  test("leads ports of the nodes on under their own numbers", () => {
    const plan = referencePlan({ ...FRONT, ...NEW_GATEWAY, [`${AT}.nodeFrontPorts`]: "nodes" });
    expect(item(plan)?.title).toBe("10.8.0.5 prepared to lead TCP 30443 and 30000–32767 on to the nodes of seed");
    expect(step(plan)?.commands.at(-1)).toBe("curl -kI --connect-to kubermatic.example.com:30443:10.8.0.5:30443 https://kubermatic.example.com:30443");
  });

  test("leads to both entries while an upgrade moves the ports behind it", () => {
    const plan = referencePlan({ ...FRONT, "project.release": "2.31", "project.upgradeFrom": "2.30" });
    expect(onward(plan)).toEqual(["P1 nodes[seed] 30443 installation and operation", "P1=E2 nodes[seed] 32443, 32080 installation", "P9 nodes[seed] 30000-32767 operation"]);
    expect(plan.checklist.find(({ id }) => id === "todo.firewall-flows")?.title).toBe("1 firewall row opened for Envoy Gateway");
    expect(step(plan)).toBeUndefined();
  });

  test("is a node itself where nothing calls from there: no row, and ports alone to be led on", () => {
    const node = { ...FRONT, ...NEW_GATEWAY, [`${AT}.nodeFront`]: "10.20.0.30", [`${AT}.nodeFrontSources`]: [] };
    const usual = referencePlan(node);
    expect(onward(usual)).toEqual([]);
    expect(item(usual)?.title).toBe("10.20.0.30 prepared to lead TCP 443 to 30443 on to the nodes of seed");
    expect(step(usual)?.text).toContain("on to the same machine.");
    const own = referencePlan({ ...node, [`${AT}.nodeFrontPorts`]: "nodes" });
    expect([onward(own), item(own), step(own)]).toEqual([[], undefined, undefined]);
    expect(own.checklist.map(({ id }) => id)).toContain("todo.node-front[seed]");
  });

  test("is not asked for where the plan lists that node, and open until somebody says", () => {
    const path = `${AT}.nodeFrontSources`;
    const listed = referencePlan({ ...FRONT, [`${AT}.nodeFront`]: "10.20.0.11", [path]: undefined });
    expect([onward(listed), asked(listed)]).toEqual([[], []]);
    const open = referencePlan({ ...FRONT, [path]: undefined });
    expect([onward(open), asked(open)]).toEqual([[], [path]]);
  });

  test("is taken for neither a node nor something else until somebody says", () => {
    const path = `${AT}.nodeFrontSources`;
    for (const ports of ["usual", "nodes"]) {
      const open = referencePlan({ ...FRONT, ...NEW_GATEWAY, [`${AT}.nodeFrontPorts`]: ports, [path]: undefined });
      expect([item(open), step(open), trials(open).length]).toEqual([undefined, undefined, 1]);
      expect(open.openPoints.find((point) => point.path === path)?.waiting).toEqual(["Firewall rows: Trial of the front of the node ports", "Firewall rows: Front of the node ports to the nodes"]);
    }
  });

  test("is tried on the port that the row of the machine that installs opens", () => {
    const usual = referencePlan({ ...FRONT, ...NEW_GATEWAY, "access.bastion": true });
    expect(trials(usual)).toEqual(["bastion[main] 443 installation and operation", "bastion[main] 443 installation"]);
    expect(step(usual)?.commands.at(-1)).toBe("curl -kI --connect-to kubermatic.example.com:443:10.8.0.5:443 https://kubermatic.example.com");
    const nodes = referencePlan({ ...FRONT, ...NEW_GATEWAY, "access.bastion": false, [`${AT}.nodeFrontPorts`]: "nodes" });
    expect(trials(nodes)).toEqual(["engineers 30443 installation and operation", "engineers 30443 installation"]);
    expect(step(nodes)?.commands.at(-1)).toBe("curl -kI --connect-to kubermatic.example.com:30443:10.8.0.5:30443 https://kubermatic.example.com:30443");
    expect(trials(referencePlan({ ...FRONT, "project.release": "2.31", "project.upgradeFrom": "2.30" }))).toHaveLength(1);
  });

  test("is not there where Services have addresses of their own", () => {
    expect(onward(referencePlan())).toEqual([]);
    expect(onward(referencePlan({ [`${AT}.nodeFront`]: "10.8.0.5", [`${AT}.nodeFrontSources`]: ["10.8.0.5/32"] }))).toEqual([]);
  });
});

describe("without nodeport-proxy", () => {
  const OFF: Changes = { "loadBalancer.departures": ["no-proxy"], [`${AT}.nodeportProxy`]: "disabled", [`${AT}.nodeFront`]: "10.8.0.5", [`${AT}.nodeFrontSources`]: ["10.8.0.5/32"] };

  test("API servers alone are led on to, for all datacenters by one row", () => {
    const plan = referencePlan(OFF);
    expect(onward(plan)).toEqual(["P9 nodes[seed] 30000-32767 operation"]);
    expect(step(plan)?.commands).toHaveLength(2);
    expect(trials(plan).map((row) => row.split(" ")[1])).toEqual(["443"]);
  });

  test("names lead to nodes or to what stands before them once somebody says, and the address waits for neither", () => {
    const path = `${AT}.nodeFrontSources`;
    const led = (sources: readonly string[] | undefined) => referencePlan({ ...OFF, [path]: sources });
    const why = (plan: Plan) => plan.addresses.assignments.find(({ id }) => id === "address.nodeport-proxy[seed]")?.why;
    expect(why(led([]))).toBe("No nodeport-proxy runs on seed, so names of its user clusters lead to its nodes; whoever replaces a node there changes the record as well.");
    expect(why(led(["10.8.0.5/32"]))).toBe("No nodeport-proxy runs on seed, so names of its user clusters lead to what stands in front of its nodes; whoever replaces a node changes what is led on to as well.");
    const open = led(undefined);
    expect(why(open)).toBe("No nodeport-proxy runs on seed, so names of its user clusters lead to where people reach ports of its nodes; whether a node stands there or something in front of them is open.");
    expect(open.openPoints.find((point) => point.path === path)?.waiting.filter((title) => title.includes("nodeport-proxy"))).toEqual([]);
  });

  test("only those of datacenters with NodePort are, and none where each has an address", () => {
    const two = withSubject(referenceAnswers({ ...OFF, "loadBalancer.departures": ["no-proxy", "datacenters"] }), "datacenter", "second");
    const exposed = (first: string, second: string) =>
      planFrom(changed(two, { "infrastructure.datacenters.second.seed": "seed", "loadBalancer.datacenters.fra-vsphere.exposeStrategy": first, "loadBalancer.datacenters.second.exposeStrategy": second }));
    expect(onward(exposed("NodePort", "LoadBalancer"))).toEqual(["P9 nodes[seed] 30000-32767 operation"]);
    expect(onward(exposed("LoadBalancer", "NodePort"))).toEqual(["P9 nodes[seed] 30000-32767 operation"]);
    expect(onward(exposed("LoadBalancer", "LoadBalancer"))).toEqual([]);
  });
});

describe("a Seed apart from the master", () => {
  const west = "loadBalancer.clusters.west";
  const plan = (changes: Changes) => planFrom(changed(installationAnswers("ports-behind-proxies"), changes));

  test("with interfaces of its own has both rows, and is led on to before its names are looked up", () => {
    const led = plan({ [`${west}.nodeFront`]: "10.8.3.5", [`${west}.nodeFrontSources`]: ["10.8.3.4/31"] });
    expect(onward(led, "west")).toEqual(["E3 nodes[west] 32443, 32080 installation and operation", "P9 nodes[west] 30000-32767 operation"]);
    expect(trials(led, "west")).toEqual([`${trials(led, "west")[0]?.split(" ")[0]} ${step(led, "west")?.commands.at(-1)?.split(":").at(-1)} installation`]);
    const ids = led.runbook.map(({ id }) => id);
    expect(ids.indexOf("step.node-front[west]")).toBeGreaterThan(ids.indexOf("step.seed-charts[west]"));
    expect(ids.indexOf("step.node-front[west]")).toBeLessThan(ids.indexOf("step.seed-names[west]"));
  });

  test("is led on to by TLS alone where its certificate is supplied, and tried under one of its names", () => {
    const supplied = { [`${west}.nodeFront`]: "10.8.3.5", [`${west}.nodeFrontSources`]: ["10.8.3.4/31"], "certificates.issuance": "supplied" };
    const led = plan(supplied);
    expect(onward(led, "west")[0]).toBe("E3 nodes[west] 32443 installation and operation");
    expect(trials(led, "west").map((row) => row.split(" ")[1])).toEqual(["32443"]);
    expect(item(led, "west")?.title).toBe("10.8.3.5 prepared to lead TCP 32443 and 30000–32767 on to the nodes of west");
    expect(step(led, "west")?.commands.at(-1)).toMatch(/^curl -kI --connect-to (\S+):32443:10\.8\.3\.5:32443 https:\/\/\1:32443$/);
    // Challenges come without TLS, and a certificate of an issuer is not there when the front is tried.
    for (const issuance of ["http01", "dns01"]) expect(onward(plan({ ...supplied, "certificates.issuance": issuance }), "west")[0]).toBe("E3 nodes[west] 32443, 32080 installation and operation");
  });

  test("without interfaces has that of API servers alone", () => {
    expect(onward(plan({ [`${west}.nodeFront`]: "10.8.3.5", [`${west}.nodeFrontSources`]: ["10.8.3.4/31"], "monitoring.clusters.west.ownUis": [] }), "west")).toEqual(["P9 nodes[west] 30000-32767 operation"]);
  });
});
