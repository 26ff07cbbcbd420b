import { describe, expect, test } from "vitest";
import { planFrom, weighDecisions } from "../../engine/index.ts";
import { referenceAnswers } from "../../engine/testing/reference.ts";
import { scopeOf } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { alternativeRows } from "./alternative-rows.ts";
import { alternatives } from "./alternatives.ts";

const answers = referenceAnswers();
const scope = scopeOf({ plan: planFrom(answers), planId: "0123456789ab", format: 1, alternatives: weighDecisions(answers) });
const rows = alternativeRows(scope);
const about = (decision: string) => rows.filter(({ id }) => id.startsWith(`decision.${decision}`));

describe("rows of a decision", () => {
  test("every kind that is weighed has a row that names it, authentication too", () => {
    expect(rows.flatMap(({ decision }) => decision ?? [])).toEqual(["Layout of master and Seeds", "Expose strategy", "Load balancer of seed", "Certificates", "Authentication", "Backup target of seed"]);
  });

  test("what these answers do not allow is one row with the reasons, and without figures", () => {
    const not = about("load-balancer").filter(({ ways }) => ways === "Not with these answers");
    expect(not).toHaveLength(1);
    expect(not[0]?.there).toEqual([]);
    expect(not[0]?.says).toBe("MetalLB in layer 2 and Cilium in layer 2: 10.20.30.0/28 lies outside the node network 10.20.0.0/24. Cloud load balancer: vSphere gives seed no load balancer.");
  });

  test("sources of users that bring the same share a row", () => {
    const login = about("authentication");
    expect(login.map(({ ways }) => ways)).toContain("Atlassian Crowd and OpenStack Keystone");
    expect(login.length).toBeLessThan(10);
    const [, several] = login;
    expect(several?.ways).toBe("OpenID Connect provider, SAML 2.0, Microsoft Entra ID, Google, GitHub, GitLab, Bitbucket Cloud, OAuth 2.0 provider and OpenShift");
    expect(several?.says).toMatch(/Each asks for one to three answers more\.$/);
  });
});

describe("the table", () => {
  const table = alternatives.build(scope);
  const cellsOf = (id: string) => table?.rows.find((row) => row.id === id)?.cells.map(plainText);

  test("has a column for each figure that a way changes, ports among them, and says the others once", () => {
    expect(table?.columns.map(({ title }) => title)).toEqual(["Decision and ways", "Virtual addresses", "Records", "Firewall rows", "Ports to user clusters", "Prerequisites", "What it brings"]);
    expect(plainText(table?.caption ?? [])).toContain("The same either way: Names on certificates 6.");
  });

  test("what is still to be answered is no saving", () => {
    // S3 outside takes its own MinIO away and asks for an endpoint and more.
    const asking = rows.filter((row) => row.asks === true && row.id.startsWith("decision."));
    expect(asking.length).toBeGreaterThan(0);
    for (const { id } of asking) expect(cellsOf(id)?.slice(1, -1).filter((cell) => cell.startsWith("−")), id).toEqual([]);
    expect(plainText(table?.caption ?? [])).toContain("“or more” stands behind what is certain without them, and a dash where nothing is.");
  });

  test("what is chosen has the plan's figures, other ways the difference, and several ways its span", () => {
    expect(cellsOf("decision.expose-strategy")?.[4]).toBe("2,768");
    expect(cellsOf("decision.expose-strategy#Tunneling")?.[4]).toBe("−2,766");
    expect(cellsOf("decision.expose-strategy#Tunneling")?.[1]).toBe("0");
    expect(table?.rows.find(({ id }) => id.startsWith("decision.authentication#"))?.cells.map(plainText)[3]).toBe("0 to +1 or more");
  });
});
