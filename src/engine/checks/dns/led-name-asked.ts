import { isAskedThrough } from "../../answers/answers.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { network } from "../../answers/chapters/network.ts";
import { questions } from "../../answers/chapters/registry.ts";
import type { Question, Server } from "../../answers/question.ts";
import { check } from "../../kernel/check.ts";
import { PLAN, type AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { chosenBy, connectorsInUse } from "../../rules/identity/connectors.ts";
import { masterCluster } from "../../rules/basics/platform.ts";
import { placeOfCluster } from "../../rules/firewall/subjects.ts";
import { reachesInternet } from "../../rules/firewall/way-out.ts";
import { ledHosts } from "../../rules/internet/led-hosts.ts";
import { offlinePlaces } from "../../rules/internet/offline.ts";

interface System {
  readonly title: string;
  readonly host: string;
  readonly path: AnswerPath;
}

type Naming = Question<string | readonly string[]> & { readonly server: Server };

/** Answers to them are hosts, one or several, but those of the mirrors themselves; a registry test looks at each. */
const MIRRORS: readonly string[] = Object.values(mirrors.plan).map(({ id }) => id);
const NAMING = questions.filter(({ id, server }) => server !== undefined && !MIRRORS.includes(id)) as readonly Naming[];

/** A system that people asked for and that stands under a name which DNS leads to the mirror. */
export const ledNameAsked = check({
  id: "dns.led-name-asked",
  title: "Names that lead to the mirror of binaries serve nothing else",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.offline"],
  examine: (read, _plan, report) => {
    const led = new Set(ledHosts(read).rows);
    if (led.size === 0) return;
    for (const { title, host, path } of [...named(read), ...logins(read)].filter((system) => led.has(system.host))) {
      report({
        key: path,
        title: `${host} is to lead to the mirror, and “${title}” stands there`,
        message: `DNS inside leads ${host} to the mirror of binaries, since machines without internet ask for it by this name. Whoever looks for “${title}” in the same networks comes to the mirror, which does not hold it.`,
        remedy: `Let “${title}” stand under another name inside, or have a response policy lead the name to the mirror for networks without internet alone, while whoever asks for “${title}” is in none of them.`,
        answers: [path, ...read.rule(offlinePlaces).map((place) => read.path(network.place.internet, place))],
      });
    }
  },
});

/** Systems whose host people named. */
const named = (read: Reader): readonly System[] =>
  NAMING.flatMap((question) =>
    (question.subject === "plan" ? [PLAN] : read.subjects(question.subject)).flatMap((subject) => {
      const texts = [read.optional(question, subject) ?? []].flat();
      if (texts.length === 0 || !isAskedThrough(read, question, subject)) return [];
      return texts.flatMap((answer) => {
        const host = question.server.host ? question.server.host(answer) : answer;
        return host === undefined ? [] : [{ title: question.short, host: host.toLowerCase(), path: read.path(question, subject) }];
      });
    }),
  );

/** Services on the internet by which people log in; a master that reaches none of them is told by a check of its own. */
function logins(read: Reader): readonly System[] {
  const sources = read.outcome(connectorsInUse);
  const master = read.outcome(masterCluster);
  if (sources.kind !== "known" || master.kind !== "known" || !sources.value.some(({ endpoint }) => endpoint?.hosts) || !reachesInternet(read, placeOfCluster(read, master.value))) return [];
  return sources.value.flatMap(({ title, endpoint }, at) => (endpoint?.hosts ?? []).map((host) => ({ title, host, path: chosenBy(read, at) })));
}
