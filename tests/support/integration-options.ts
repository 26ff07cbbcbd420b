import { isAsked, withAnswer, withSubject, type Answers } from "../../src/engine/answers/answers.ts";
import { leaving } from "../../src/engine/answers/chapters/leaving.ts";
import { pathOf } from "../../src/engine/answers/question.ts";
import type { Provider } from "../../src/engine/providers/contract/index.ts";
import { providers } from "../../src/engine/providers/registry.ts";
import { changed, referenceAnswers, type Changes } from "../../src/engine/testing/reference.ts";

/** The reference setup with a second place and a datacenter of the provider there, served by the Seed in Frankfurt. */
export function workersOnly({ id, platformOnly }: Provider): Answers {
  const base = withSubject(withSubject(referenceAnswers(), "place", "second"), "datacenter", "second-dc");
  return changed(base, {
    "infrastructure.places.second.name": "Second place",
    "infrastructure.datacenters.second-dc.name": "second-dc",
    "infrastructure.datacenters.second-dc.place": "second",
    "infrastructure.datacenters.second-dc.provider": platformOnly === undefined ? id : "bring-your-own",
    "infrastructure.datacenters.second-dc.seed": "seed",
    "infrastructure.datacenters.second-dc.smallClusters": 4,
    "infrastructure.datacenters.second-dc.nodesPerCluster": 3,
    "network.places.second.nodeNetwork": "10.50.0.0/24",
    "network.places.second.gateway": "10.50.0.1",
    "network.places.second.dhcp": "10.50.0.50-10.50.0.220",
    "network.places.second.internet": "direct",
    "network.datacenters.second-dc.workersIn": "node-network",
  });
}

/** The same with a Seed of its own in the second place; on other machines where the provider carries none. */
export function withSeed(provider: Provider & { readonly id: string }): Answers {
  const platform = provider.workersOnly === undefined ? provider : providers.find(({ id }) => id === "bare-metal");
  const native = platform?.nativeLoadBalancer === true && platform.kubeone?.cloudProvider !== "none";
  // Clouds hear no announcement of nodes.
  const kind = native ? "cloud" : platform?.vendorCloud === true ? "appliance" : "metallb-l2";
  const fronted = platform?.kubeone?.apiEndpoint === "provider";
  const own: Changes = {
    name: "second",
    role: "seed",
    place: "second",
    provider: platform?.id,
    provisioning: "kubeone",
    controlPlanes: 3,
    workerCpu: 8,
    workerMemory: 32,
    workerAddressing: "dhcp",
  };
  return changed(withSubject(workersOnly(provider), "cluster", "second"), {
    ...Object.fromEntries(Object.entries(own).map(([key, value]) => [`infrastructure.clusters.second.${key}`, value])),
    "infrastructure.datacenters.second-dc.seed": "second",
    "loadBalancer.clusters.second.kind": kind,
    "loadBalancer.clusters.second.pool": native ? undefined : "10.50.0.224/28",
    "loadBalancer.clusters.second.apiEndpoint": fronted ? "provider" : "external",
    "loadBalancer.clusters.second.apiAddress": fronted ? undefined : "10.50.0.10",
    "storage.clusters.second.fastClass": platform?.csi ? "provider" : "other",
    "storage.clusters.second.driver": platform?.csi ? undefined : "driver.example.com",
    "storage.clusters.second.backupTarget": "minio",
    "monitoring.storage": "own",
  });
}

/** Answers of the kind that a provider's own questions about a place or datacenter ask for. */
export function answered(answers: Answers, { questions }: Provider): Answers {
  const values = { "yes-no": true, list: ["a.example.com"], text: "a.example.com" } as const;
  const give = (path: string, control: string) => (so: Answers) => withAnswer(so, path, values[control as keyof typeof values]);
  // Tenants apart from the management; what a place can do, it can.
  const apart = (path: string, control: string) => (so: Answers) => withAnswer(so, path, control === "yes-no" ? false : values[control as keyof typeof values]);
  const steps = [
    ...Object.entries(questions.place ?? {}).map(([key, { control }]) => give(`infrastructure.places.second.${key}`, control.type)),
    ...Object.entries(questions.datacenter ?? {}).map(([key, { control }]) => apart(`infrastructure.datacenters.second-dc.${key}`, control.type)),
  ];
  const given = steps.reduce((so, step) => step(so), answers);
  const leaves = pathOf(leaving.place.seenAs, "second");
  return isAsked(leaving.place.seenAs, given, "second") ? withAnswer(given, leaves, "own") : given;
}
