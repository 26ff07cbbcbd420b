import { useMemo } from "react";
import { layoutCover } from "../../diagram/index.ts";
import { useSession } from "../../lib/session/index.ts";
import styles from "./diagram.module.css";
import { ShapeView } from "./shape.tsx";
import { fit } from "./view-box.ts";

/** The plan in one glance, beside the questions: who meets which address, in which cluster, at which place. */
export function SmallDiagram() {
  const { topology } = useSession().plan;
  const drawing = useMemo(() => layoutCover(topology), [topology]);
  const { x, y, width, height } = fit(drawing);
  if (drawing.shapes.length === 0) return null;
  return (
    <svg className={styles.small} viewBox={[x, y, width, height].join(" ")} width={width} height={height} role="img" aria-label={drawing.summary}>
      {drawing.shapes.map((shape, i) => (
        <ShapeView key={i} shape={shape} />
      ))}
    </svg>
  );
}
