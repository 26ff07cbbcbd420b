import { useId, useMemo, useRef, type KeyboardEvent } from "react";
import { layoutOverview, type Shape } from "../../diagram/index.ts";
import { laterLabel, type Topology } from "../../engine/index.ts";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import styles from "./diagram.module.css";
import { ShapeView } from "./shape.tsx";
import { useView } from "./use-view.ts";
import { fit } from "./view-box.ts";

interface NetworkDiagramProps {
  readonly topology: Topology;
  /** Id of the connection or box that is chosen. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

const boxName = ({ title, detail }: Topology["boxes"][number]): string => {
  if (detail.kind === "known") return detail.value === "" ? title : `${title}, ${detail.value}`;
  return detail.kind === "open" ? `${title}, open` : `${title}, ${laterLabel(detail)}`;
};

/** The overview with numbered lines: choose a line, a number or a box; zoom and move it by buttons, keys, wheel and dragging. */
export function NetworkDiagram({ topology, selected, onSelect }: NetworkDiagramProps) {
  const drawing = useMemo(() => layoutOverview(topology), [topology]);
  const whole = useMemo(() => fit(drawing), [drawing]);
  const surface = useRef<SVGSVGElement>(null);
  const view = useView(whole, surface);
  const hint = useId();
  const groups = useMemo(() => groupsOf(drawing.shapes), [drawing]);
  const chosen = useMemo(() => linesOf(topology, selected), [topology, selected]);
  const toggle = (id: string) => onSelect(selected === id ? undefined : id);
  const { x, y, width, height } = view.box;
  return (
    <div className={styles.canvas}>
      <div className={styles.tools} role="toolbar" aria-label="View of the drawing">
        <Button size="small" onClick={view.closer}>Zoom in</Button>
        <Button size="small" onClick={view.farther}>Zoom out</Button>
        <Button size="small" onClick={view.reset}>Fit</Button>
        <Button size="small" aria-label="Move left" onClick={() => view.move("ArrowLeft")}>←</Button>
        <Button size="small" aria-label="Move up" onClick={() => view.move("ArrowUp")}>↑</Button>
        <Button size="small" aria-label="Move down" onClick={() => view.move("ArrowDown")}>↓</Button>
        <Button size="small" aria-label="Move right" onClick={() => view.move("ArrowRight")}>→</Button>
      </div>
      <p id={hint} hidden>
        Arrow keys move the drawing, plus and minus zoom, 0 shows it whole. The list of connections says the same in words.
      </p>
      <svg
        ref={surface}
        className={classes(styles.drawing, view.dragging && styles.dragging)}
        viewBox={[x, y, width, height].join(" ")}
        width={whole.width}
        height={whole.height}
        role="group"
        aria-label={drawing.summary}
        aria-describedby={hint}
        tabIndex={0}
        {...view.handlers}
      >
        {groups.ground.map((shapes) => (
          <g key={shapes[0]?.of}>{shapes.map((shape, i) => <ShapeView key={i} shape={shape} />)}</g>
        ))}
        {groups.connections.map((shapes) => {
          const id = shapes[0]?.of ?? "";
          return (
            <g key={id} data-connection={id} onClick={() => toggle(id)} className={classes(styles.connection, chosen.has(id) && styles.chosen, chosen.size > 0 && !chosen.has(id) && styles.dimmed)}>
              {shapes.map((shape, i) => <ShapeView key={i} shape={shape} />)}
            </g>
          );
        })}
        {topology.boxes.map((box) => (
          <g
            key={box.id}
            role="button"
            tabIndex={0}
            aria-label={boxName(box)}
            aria-pressed={selected === box.id}
            data-box={box.id}
            className={classes(styles.box, selected === box.id && styles.chosenBox)}
            onClick={() => toggle(box.id)}
            onKeyDown={onPress(() => toggle(box.id))}
          >
            {(groups.boxes.get(box.id) ?? []).map((shape, i) => <ShapeView key={i} shape={shape} />)}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Enter and Space press what is no native button. */
const onPress = (press: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  event.stopPropagation();
  press();
};

/** The lines of a choice: the connection itself, or all of a box. */
function linesOf({ connections }: Topology, selected: string | undefined): ReadonlySet<string> {
  if (selected === undefined) return new Set();
  return new Set(connections.filter(({ id, source, destination }) => [id, source, destination].includes(selected)).map(({ id }) => id));
}

/** Shapes by what they belong to: zones and frames, lines with their numbers, boxes. */
function groupsOf(shapes: readonly Shape[]) {
  const of = new Map<string, Shape[]>();
  for (const shape of shapes) of.set(shape.of, [...(of.get(shape.of) ?? []), shape]);
  const having = (role: string) => [...of.values()].filter((group) => group.some((shape) => "role" in shape && shape.role === role));
  return {
    ground: [...having("zone"), ...having("frame")],
    connections: having("connection"),
    boxes: new Map(having("box").map((group) => [group[0]?.of ?? "", group])),
  };
}
