import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const item = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.existing-cluster-webhooks[seed]");
const managed = (provider: string): Changes => ({ "infrastructure.clusters.seed.provisioning": "managed", "infrastructure.clusters.seed.provider": provider, "loadBalancer.clusters.seed.kind": "cloud", "project.release": "2.31", "project.upgradeFrom": "none", "certificates.issuance": "http01" });

describe("way from the API server to admission webhooks", () => {
  test.each([
    ["GKE opens 443 and 10250 of private nodes unasked", managed("gcp"), "on TCP 9443,", "the range of the control plane"],
    ["EKS leaves it to groups of its own", managed("aws"), "on TCP 9443 and 10250,", "security group"],
    ["AKS says nothing of ports", managed("azure"), "on TCP 9443 and 10250,", "kubectl get --raw"],
    ["a service whose pages do not tell", managed("digitalocean"), "on TCP 9443 and 10250,", "kubectl get --raw"],
    ["NGINX has a port of its own", { ...managed("gcp"), "project.release": "2.28" }, "on TCP 8443 and 9443,", "8443/proxy"],
    ["the vertical pod autoscaler has a port of its own", { ...managed("aws"), "infrastructure.seedExtras": ["vpa"] }, "on TCP 8000, 9443 and 10250,", "8000/proxy"],
    ["GKE keeps that of the autoscaler closed as well", { ...managed("gcp"), "infrastructure.seedExtras": ["vpa"] }, "on TCP 8000 and 9443,", "8000/proxy"],
    ["who built an existing cluster decides", { "infrastructure.clusters.seed.provisioning": "existing" }, "9443,", "kubectl get --raw"],
  ])("%s", (_name, changes, title, verify) => {
    const found = item(changes);
    expect(found?.title).toContain(title);
    expect(found?.verify).toContain(verify);
    expect(found?.team).toBe("infrastructure");
  });

  test("KubeOne puts the API server among the nodes, and a running platform has the way", () => {
    expect(item({})).toBeUndefined();
    expect(item({ ...managed("gcp"), "project.upgradeFrom": "2.30" })).toBeUndefined();
  });

  test("it comes once the cluster is handed over", () => {
    expect(item({ "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.apiHost": "api.example.com" })?.dependsOn).toEqual(["todo.existing-cluster[seed]"]);
  });

  test("the reason says what the service lets through", () => {
    expect(item(managed("gcp"))?.why).toContain("TCP 443 and 10250 of the nodes, and nothing else");
  });

  test("it waits while nobody said who signs, since cert-manager has a port as well", () => {
    expect(item({ ...managed("aws"), "certificates.issuance": undefined })).toBeUndefined();
  });
});
