import { describe, expect, it } from "vitest";
import type { PlanFigures } from "../../../engine/index.ts";
import { against, figureRows, inShort, sameText } from "./figures.ts";

const HERE: PlanFigures = { addresses: 3, records: 7, certificateNames: 6, firewallRows: 20, apiPorts: 2768, workers: 6, prerequisites: 37, openPoints: 7 };

describe("figures against the plan as it is", () => {
  it("are told apart from those that the choice does not touch", () => {
    const { differing, same } = figureRows(HERE, [{ ...HERE, addresses: 15 }, { ...HERE, apiPorts: 2 }]);
    expect(differing.map(({ title, there }) => [title, ...there])).toEqual([["Virtual addresses", 15, 3], ["Ports to user-cluster APIs", 2768, 2]]);
    expect(sameText(same)).toBe("The same either way: DNS records 7, Certificate names 6, Firewall rows 20, Workers 6, Checklist lines 37, Open points 7.");
  });

  it("are differences with a sign", () => {
    expect([against(3, 15), against(2768, 2), against(6, 6)]).toEqual(["+12", "−2,766", "same"]);
  });

  it("promise no saving while a way asks for answers", () => {
    expect([against(3, 15, true), against(2768, 2, true), against(6, 6, true)]).toEqual(["+12 or more", "–", "–"]);
    expect(inShort(HERE, { ...HERE, addresses: 15, records: 6 }, true)).toBe("Virtual addresses +12 or more");
    expect(inShort(HERE, { ...HERE, records: 6 }, true)).toBe("Figures follow with its answers");
  });

  it("come in short without open points, which are said as answers to give", () => {
    expect(inShort(HERE, { ...HERE, addresses: 15, records: 6, openPoints: 9 })).toBe("Virtual addresses +12, DNS records −1");
    expect(inShort(HERE, { ...HERE, openPoints: 9 })).toBe("The same figures");
  });
});
