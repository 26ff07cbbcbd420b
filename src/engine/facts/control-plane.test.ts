import { expect, test } from "vitest";
import { controlPlaneComponents, heaviestCloudController, largeOverrides, mediumOverrides, type Component, type ScaledComponent } from "./control-plane.ts";
import { largeProfile, mediumProfile, smallProfile } from "./sizing/user-cluster-requests.ts";

const components = controlPlaneComponents.value;
const cloud = heaviestCloudController.value;
const isDashboard = ({ title }: Component) => title === "kubernetes-dashboard";
const sum = (list: readonly Component[], part: "requests" | "limits") => ({
  cpu: list.reduce((so, { replicas, [part]: { cpu } }) => so + replicas * cpu, 0),
  memory: list.reduce((so, { replicas, [part]: { memory } }) => so + replicas * memory, 0),
});
const podsOf = (list: readonly Component[]) => list.reduce((so, { replicas, sidecar }) => so + (sidecar ? 0 : replicas), 0);

/** The control plane with some components scaled; the tunnel's sidecar follows the API server. */
const scaled = (overrides: Readonly<Record<string, ScaledComponent>>): readonly Component[] =>
  components.map((component) => {
    const own = component.override === undefined ? undefined : overrides[component.override];
    if (own) return { ...component, replicas: own.replicas, requests: own };
    return component.sidecar ? { ...component, replicas: overrides["apiserver"]?.replicas ?? component.replicas } : component;
  });

const withCloud = ({ cpu, memory }: { cpu: number; memory: number }) => ({ cpu: cpu + cloud.cpu, memory: memory + cloud.memory });

test("13 core components request 785 m and 2,072 MiB in 15 pods", () => {
  const core = components.filter((component) => !isDashboard(component));
  expect(core).toHaveLength(13);
  expect(sum(core, "requests")).toEqual({ cpu: 785, memory: 2072 });
  expect(podsOf(core)).toBe(15);
});

test("with the dashboard 985 m and 2,584 MiB; limits 22,350 m and 23,440 MiB", () => {
  expect(sum(components, "requests")).toEqual({ cpu: 985, memory: 2584 });
  expect(sum(components, "limits")).toEqual({ cpu: 22350, memory: 23440 });
});

test.each([
  ["small", smallProfile, {}],
  ["medium", mediumProfile, mediumOverrides.value],
  ["large", largeProfile, largeOverrides.value],
])("the %s profile is the sum of its components, the heaviest cloud controller and two jobs", (_size, profile, overrides) => {
  const list = scaled(overrides);
  expect(withCloud(sum(list, "requests"))).toEqual({ cpu: profile.value.cpu, memory: profile.value.memory });
  expect(podsOf(list) + cloud.pods + cloud.jobs).toBe(profile.value.pods);
});
