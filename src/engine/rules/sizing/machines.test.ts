import { expect, test } from "vitest";
import { minimumWorkers, nodeReserve, spareWorkers, usablePercent } from "../../facts/sizing/machines.ts";
import type { Figure } from "./load-parts.ts";
import { carriesNothing, clustersCarried, workersFor } from "./machines.ts";

const figure: Figure = (fact) => fact.value;
const machine = { vcpu: 8, memory: 32 };
const nothing = { cpu: 0, memory: 0, pods: 0 };
const planned = { cpu: ((8000 - nodeReserve.value.cpu) * usablePercent.value) / 100, memory: ((32 * 1024 - nodeReserve.value.memory) * usablePercent.value) / 100 };
const least = minimumWorkers.value;

test("two that want as many machines as there are at least decide it together", () => {
  const load = { cpu: planned.cpu * least, memory: planned.memory * least, pods: 0 };
  expect(workersFor(load, machine, figure)).toMatchObject({ boundBy: "cpu", decidedBy: ["cpu", "memory"] });
  expect(workersFor({ ...load, memory: 0 }, machine, figure)).toMatchObject({ boundBy: "cpu" });
  expect(workersFor({ ...load, memory: 0 }, machine, figure).decidedBy).toBeUndefined();
  expect(workersFor({ ...load, cpu: 1, memory: 1 }, machine, figure)).toMatchObject({ boundBy: "minimum" });
});

test("a machine that keeps all its memory or all its CPU for itself carries nothing", () => {
  const kept = { vcpu: nodeReserve.value.cpu / 1000, memory: nodeReserve.value.memory / 1024 };
  expect(carriesNothing({ ...machine, vcpu: kept.vcpu }, figure)).toBe(true);
  expect(carriesNothing({ ...machine, memory: kept.memory }, figure)).toBe(true);
  expect(carriesNothing(machine, figure)).toBe(false);
});

// Two workers beside the spare one carry 20 volumes.
test.each([
  // (20 - 15) ÷ 3 = 1.7
  [{ perMachine: 10, base: 15, each: 3 }, 1],
  // (20 - 14) ÷ 3
  [{ perMachine: 10, base: 14, each: 3 }, 2],
  // What stands there already has no room.
  [{ perMachine: 10, base: 21, each: 3 }, 0],
])("of volumes %o there is room for %i user clusters", (volumes, clusters) => {
  expect(clustersCarried(spareWorkers.value + 2, machine, nothing, { cpu: 1, memory: 1, pods: 0 }, figure, volumes)).toBe(clusters);
});
