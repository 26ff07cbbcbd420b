import { KUBECONFIG_PLUG_IN } from "../access/tools.ts";
import type { Step } from "./step.ts";

/** Programs that commands call and that no shell brings along, in the order in which the first step asks for them, with the command that prints their version. */
const PROGRAMS: readonly (readonly [string, string?])[] = [
  ["git"],
  ["git-crypt"],
  ["sops"],
  ["vault", "vault version"],
  ["curl"],
  ["tar"],
  ["ssh"],
  ["ssh-agent"],
  ["ssh-add"],
  ["openssl"],
  ["dig"],
  ["helm", "helm version"],
  ["kubectl", "kubectl version --client"],
  [KUBECONFIG_PLUG_IN],
  ["kubeone", "kubeone version"],
  ["terraform", "terraform version"],
  ["sonobuoy", "sonobuoy version"],
  ["cilium", "cilium version --client"],
  ["velero", "velero version --client-only"],
];

/** Programs that a machine beside that of the engineers needs, whose own step asks for them. */
const ELSEWHERE: readonly string[] = ["docker", "crane"];

const NAMES: readonly string[] = [...PROGRAMS.map(([program]) => program), ...ELSEWHERE];

/** A program where a command may begin in a line of the runbook, behind variables that are set for it alone, or behind a look for one that only a script calls. */
const CALL = new RegExp(`(?:^|[|;(&!]\\s*|\\b(?:do|if) )(?:[A-Z_]+=\\S+ )*(?:command -v )?(${NAMES.join("|")})(?= )`, "g");

/** Programs that commands call, in the order above. */
function calledBy(commands: readonly string[]): readonly string[] {
  const called = new Set<string>();
  for (const line of commands) for (const [, program = ""] of line.matchAll(CALL)) called.add(program);
  return NAMES.filter((program) => called.has(program));
}

/** The programs of a runbook: the installer calls helm, everything else calls kubectl, and people call `further` ones for what no command says. */
function programsOf(steps: readonly Step[], further: readonly string[]): readonly (readonly [string, string?])[] {
  const called = [...calledBy(steps.flatMap(({ commands }) => commands)), ...further];
  return PROGRAMS.filter(([program]) => program === "helm" || program === "kubectl" || called.includes(program));
}

/** Programs that the commands of one step call. */
export const programsCalled = ({ commands }: Pick<Step, "commands">): readonly string[] => calledBy(commands);

/** The first step with a look for every program before anything else, and a look at their versions at its end; but for those `elsewhere`, and with `further` ones. */
export function withPrograms(first: Step, steps: readonly Step[], elsewhere: readonly string[], further: readonly string[]): Step {
  const programs = programsOf(steps, further).filter(([program]) => !elsewhere.includes(program));
  const look = `for program in ${programs.map(([program]) => program).join(" ")}; do command -v "$program" > /dev/null || echo "$program is missing"; done`;
  return { ...first, commands: [look, ...first.commands, ...programs.flatMap(([, version]) => version ?? [])] };
}
