import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { ToolRow } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";
import { tools } from "../access/tools.ts";
import { soFar } from "../basics/rows-from.ts";
import { drafts } from "./all.ts";

/** Programs that proofs of the checklist call beside what each Linux has; the installing engineers need none of them for the runbook. */
const PROGRAMS: ReadonlySet<string> = new Set([
  ...["nc", "ping", "traceroute", "iperf3", "ethtool", "ssh", "dig", "curl", "openssl"],
  ...["crictl", "fio", "kubectl", "helm", "git", "ldapsearch", "virt-host-validate", "vault"],
  ...["aliyun", "aws", "az", "doctl", "gcloud", "govc", "hcloud", "openstack"],
]);

/** Programs in the code spans of a proof. */
const calledIn = (verify: string): readonly string[] => [...new Set([...verify.matchAll(/`(?:sudo )?([a-z][\w-]*)(?=[ `])/g)].flatMap(([, program = ""]) => (PROGRAMS.has(program) ? [program] : [])))];

/** Whether the engineers have a program at hand for the runbook anyway: "curl, dig, openssl and tar" are four. */
const atHand = (read: Reader): ReadonlySet<string> => new Set(read.rule(tools).flatMap(({ title }) => title.split(/, | and /)));

/** Programs with which teams show that an item of the checklist is done. */
export const checkTools: Rule<readonly ToolRow[]> = rule({
  id: "access.check-tools",
  title: "Programs of the checklist",
  per: "plan",
  sources: [],
  derive: (read) => {
    // What the items rest on is told with them; a program rests on there being one that calls it.
    const { rows, missing } = read.aside(() => read.rule(drafts));
    const known = atHand(read);
    const shown = new Map<string, string[]>();
    for (const { title, verify } of rows) for (const program of calledIn(verify)) if (!known.has(program)) shown.set(program, [...(shown.get(program) ?? []), title]);
    return [...shown].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([program, [first = "", ...more]]) => ({
      // The same row as for the runbook, where somebody says that it is needed there too.
      id: `tool.${program}`,
      title: program,
      version: program === "vault" ? "that of the server" : "any current",
      from: read.cell,
      why: `It shows that “${first}” is done${more.length === 0 ? "" : `, and ${more.length === 1 ? "1 item more" : `${formatFigure(more.length)} items more`} of the checklist${soFar(missing)}`}.`,
    }));
  },
});
