import styles from "./sketch.module.css";

interface SketchProps {
  readonly clusters: number;
  readonly workerPlaces: number;
}

const HEIGHT = 80;
const centre = (at: number, of: number) => (HEIGHT / of) * (at + 0.5);

/** Height of boxes that share the drawing's height, with room between them. */
const boxHeight = (most: number, of: number) => Math.min(most, HEIGHT / of - 4);
/** Lines of writing in a box: two where there is room. */
const writing = (x: number, y: number, height: number) => (height < 28 ? `M${x} ${y}h34` : `M${x} ${y - 6}h34M${x} ${y + 6}h24`);

/** A small drawing of a setup: people, virtual address, clusters, places of workers. Decorative; the words say it. */
export function Sketch({ clusters, workerPlaces }: SketchProps) {
  const middle = HEIGHT / 2;
  const height = boxHeight(clusters === 1 ? 44 : 32, clusters);
  const workerHeight = boxHeight(26, workerPlaces);
  const direct = clusters === workerPlaces;
  return (
    <svg className={styles.sketch} viewBox={`0 0 240 ${HEIGHT}`} aria-hidden="true" focusable="false">
      <path className={styles.line} d={`M44 ${middle}h32`} />
      <rect className={styles.box} x="1" y={middle - 9} width="43" height="18" rx="3" />
      {Array.from({ length: clusters }, (_, at) => {
        const y = centre(at, clusters);
        return (
          <g key={at}>
            <path className={styles.line} d={`M114 ${middle}h6V${y}h6M176 ${y}${direct ? "h24" : `h12V${middle}`}`} />
            <rect className={styles.box} x="126" y={y - height / 2} width="50" height={height} rx="3" />
            <path className={styles.bar} d={writing(134, y, height)} />
          </g>
        );
      })}
      <rect className={styles.address} x="76" y={middle - 9} width="38" height="18" rx="3" />
      {Array.from({ length: workerPlaces }, (_, at) => {
        const y = centre(at, workerPlaces);
        return (
          <g key={at}>
            {!direct && <path className={styles.line} d={`M188 ${middle}V${y}h12`} />}
            <rect className={styles.box} x="200" y={y - workerHeight / 2} width="39" height={workerHeight} rx="3" />
            <path className={styles.bar} d={`M207 ${y}h25`} />
          </g>
        );
      })}
    </svg>
  );
}
