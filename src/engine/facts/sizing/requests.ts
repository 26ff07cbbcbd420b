/** What pods ask of the machines: milli-CPU, MiB, number of pods. */
export interface Requests {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}
