import type { RootContent } from "mdast";
import type { Cover } from "../model.ts";
import { overview } from "../parts/diagram.ts";
import type { Scope } from "../scope.ts";
import { conditions } from "../terms/conditions.ts";
import type { Inlines } from "../text/inlines.ts";
import type { CoverSlot } from "./check-template.ts";
import { expandInlines } from "./expand-inlines.ts";
import { attributesOf } from "./nodes.ts";

interface Slot {
  readonly name: CoverSlot;
  readonly label: string;
  readonly content: Inlines;
}

/** The cover from the template's `:::cover`: its leaf directives fill the slots. */
export function coverOf(nodes: readonly RootContent[], scope: Scope): Cover {
  const slots = slotsOf(
    nodes.flatMap((node) => (node.type === "containerDirective" && node.name === "cover" ? node.children : [])),
    scope,
  );
  const content = (name: CoverSlot): Inlines => slots.find((slot) => slot.name === name)?.content ?? [];
  return {
    customer: content("customer"),
    title: content("title"),
    purpose: content("purpose"),
    facts: slots.filter(({ name }) => name === "fact").map(({ label, content: value }) => ({ label, value })),
    verdict: content("verdict"),
    diagram: scope.plan.topology.boxes.length > 0 ? overview(scope.plan) : undefined,
  };
}

function slotsOf(nodes: readonly RootContent[], scope: Scope): readonly Slot[] {
  return nodes.flatMap((node): readonly Slot[] => {
    if (node.type === "leafDirective") return [{ name: node.name as CoverSlot, label: attributesOf(node)["label"] ?? "", content: expandInlines(node.children, scope) }];
    if (node.type !== "containerDirective") return [];
    const holds = Object.keys(attributesOf(node)).every((name) => conditions.get(name)?.(scope));
    return holds === (node.name === "if") ? slotsOf(node.children, scope) : [];
  });
}
