import { laterLabel, type Topology, type TopologyBox, type Value } from "../../engine/index.ts";
import { isMachineText, textBlock, type TextLine } from "../text/text-block.ts";
import { sizes, styles, type TextStyle } from "./sizes.ts";

/** Lines inside a box: its name, and what is known of its address, number or count. */
export function boxTexts(box: TopologyBox, width: number): readonly TextLine[] {
  return [...textBlock(box.title, width, styles.boxTitle), ...detailBlock(detailOf(box.detail), width)];
}

/** Lines of a frame's label. */
export function labelTexts(frame: Topology["frames"][number], width: number): readonly TextLine[] {
  return [...textBlock(frame.title, width, styles.frameTitle), ...detailBlock(frame.subtitle, width)];
}

/** Lines at the left of a zone. */
export function zoneTexts(zone: Topology["zones"][number]): readonly TextLine[] {
  const width = sizes.zoneTitleWidth - 10;
  return [...textBlock(zone.title, width, styles.zoneTitle), ...textBlock(zone.subtitle, width, styles.zoneSubtitle)];
}

/** What a box says of a value, whether it is known or not. */
export function detailOf(detail: Value<string>): string {
  switch (detail.kind) {
    case "known":
      return detail.value;
    case "open":
      return "open";
    case "later":
      return laterLabel(detail);
  }
}

function detailBlock(text: string, width: number): readonly TextLine[] {
  const style: TextStyle = { ...styles.detail, mono: isMachineText(text) };
  return textBlock(text, width, style);
}
