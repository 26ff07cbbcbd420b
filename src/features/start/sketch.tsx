import styles from "./sketch.module.css";

interface SketchProps {
  readonly clusters: number;
  readonly workerPlaces: number;
}

const HEIGHT = 80;
const centre = (at: number, of: number) => (HEIGHT / of) * (at + 0.5);

/** A small drawing of a setup: people, virtual address, clusters, places of workers. Decorative; the words say it. */
export function Sketch({ clusters, workerPlaces }: SketchProps) {
  const height = clusters === 1 ? 44 : 32;
  return (
    <svg className={styles.sketch} viewBox={`0 0 240 ${HEIGHT}`} aria-hidden="true" focusable="false">
      <path className={styles.line} d={`M44 ${HEIGHT / 2}h32`} />
      <rect className={styles.box} x="1" y={HEIGHT / 2 - 9} width="43" height="18" rx="3" />
      {Array.from({ length: clusters }, (_, at) => {
        const y = centre(at, clusters);
        return (
          <g key={at}>
            <path className={styles.line} d={`M114 ${HEIGHT / 2}h6V${y}h6`} />
            <rect className={styles.box} x="126" y={y - height / 2} width="50" height={height} rx="3" />
            <path className={styles.bar} d={`M134 ${y - 6}h34M134 ${y + 6}h24`} />
          </g>
        );
      })}
      <rect className={styles.address} x="76" y={HEIGHT / 2 - 9} width="38" height="18" rx="3" />
      {Array.from({ length: workerPlaces }, (_, at) => {
        const y = centre(at, workerPlaces);
        const from = clusters === workerPlaces ? y : HEIGHT / 2;
        return (
          <g key={at}>
            <path className={styles.line} d={from === y ? `M176 ${y}h24` : `M176 ${from}h12V${y}h12`} />
            <rect className={styles.box} x="200" y={y - 13} width="39" height="26" rx="3" />
            <path className={styles.bar} d={`M207 ${y}h25`} />
          </g>
        );
      })}
    </svg>
  );
}
