import { arrowHeads, type Paint, type Shape } from "../../diagram/index.ts";
import { classes } from "../../ui/classes.ts";
import styles from "./diagram.module.css";

const FILLS: Readonly<Record<Paint, string | undefined>> = {
  none: styles.fillNone,
  surface: styles.fillSurface,
  zone: styles.fillZone,
  accent: styles.fillAccent,
  ink: styles.fillInk,
  muted: styles.fillMuted,
  line: styles.fillLine,
  "on-accent": styles.fillOnAccent,
  open: styles.fillOpen,
};

const STROKES: Readonly<Record<Paint, string | undefined>> = {
  none: undefined,
  surface: styles.strokeSurface,
  zone: styles.strokeLine,
  accent: styles.strokeAccent,
  ink: styles.strokeInk,
  muted: styles.strokeMuted,
  line: styles.strokeLine,
  "on-accent": styles.strokeSurface,
  open: styles.strokeOpen,
};

const DASHES = { solid: undefined, dashed: "4 3", dotted: "1 2.5" } as const;

/** One primitive as SVG: geometry as attributes, colours as classes. */
export function ShapeView({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case "rectangle":
      return (
        <rect
          x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.radius}
          strokeWidth={shape.strokeWidth} strokeDasharray={DASHES[shape.line]}
          className={classes(FILLS[shape.fill], STROKES[shape.stroke])}
        />
      );
    case "polyline": {
      const path = pathOf(shape.points);
      return (
        <>
          <path d={path} className={styles.reach} />
          <path d={path} strokeWidth={shape.strokeWidth} strokeDasharray={DASHES[shape.line]} className={classes(styles.line, STROKES[shape.stroke])} />
          {arrowHeads(shape).map((points) => (
            <polygon key={points.join(" ")} points={points.map((point) => point.join(",")).join(" ")} className={classes(styles.arrow, FILLS[shape.stroke])} />
          ))}
        </>
      );
    }
    case "number":
      return (
        <>
          <circle cx={shape.x} cy={shape.y} r={shape.radius} strokeWidth={0.9} className={classes(styles.number, styles.fillSurface, styles.strokeInk)} />
          <text x={shape.x} y={shape.y + shape.size * 0.36} textAnchor="middle" fontSize={shape.size} fontWeight={700} className={classes(styles.sans, styles.digits, styles.fillInk)}>
            {shape.value}
          </text>
        </>
      );
    case "text":
      return (
        <text x={shape.x} y={shape.y} textAnchor={shape.anchor} fontSize={shape.size} fontWeight={shape.weight} className={classes(shape.mono ? styles.mono : styles.sans, FILLS[shape.fill])}>
          {shape.value}
        </text>
      );
  }
}

const pathOf = (points: readonly (readonly [number, number])[]): string => `M${points.map((point) => point.join(" ")).join("L")}`;
