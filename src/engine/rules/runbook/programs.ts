import type { Step } from "./step.ts";

/** Programs that commands call and that no shell brings along, in the order in which the first step asks for them, with the command that prints their version. */
const PROGRAMS: readonly (readonly [string, string?])[] = [
  ["git"],
  ["git-crypt"],
  ["sops"],
  ["curl"],
  ["tar"],
  ["ssh"],
  ["ssh-agent"],
  ["ssh-add"],
  ["openssl"],
  ["dig"],
  ["helm", "helm version"],
  ["kubectl", "kubectl version --client"],
  ["kubeone", "kubeone version"],
  ["terraform", "terraform version"],
  ["sonobuoy", "sonobuoy version"],
  ["cilium", "cilium version --client"],
  ["velero", "velero version --client-only"],
];

/** Programs that a machine beside that of the engineers needs, whose own step asks for them. */
const ELSEWHERE: readonly string[] = ["docker"];

/** Where a command may begin in a line of the runbook. */
const called = (program: string): RegExp => new RegExp(`(?:^|[|;(&!]\\s*|\\bdo )${program} `);

const CALLED = PROGRAMS.map(([program]) => called(program));
const ALL = [...PROGRAMS.map(([program], at) => [program, CALLED[at] ?? called(program)] as const), ...ELSEWHERE.map((program) => [program, called(program)] as const)];

/** The programs of a runbook: the installer calls helm, and everything else calls kubectl. */
export function programsOf(steps: readonly Step[]): readonly (readonly [string, string?])[] {
  const lines = steps.flatMap(({ commands }) => commands);
  return PROGRAMS.filter(([program], at) => program === "helm" || program === "kubectl" || lines.some((line) => CALLED[at]?.test(line) === true));
}

/** Programs that the commands of one step call. */
export const programsCalled = ({ commands }: Pick<Step, "commands">): readonly string[] => ALL.flatMap(([program, pattern]) => (commands.some((line) => pattern.test(line)) ? [program] : []));

/** The first step with a look for every program before anything else, and a look at their versions at its end; but for those `elsewhere`. */
export function withPrograms(first: Step, steps: readonly Step[], elsewhere: readonly string[]): Step {
  const programs = programsOf(steps).filter(([program]) => !elsewhere.includes(program));
  const look = `for program in ${programs.map(([program]) => program).join(" ")}; do command -v "$program" > /dev/null || echo "$program is missing"; done`;
  return { ...first, commands: [look, ...first.commands, ...programs.flatMap(([, version]) => version ?? [])] };
}
