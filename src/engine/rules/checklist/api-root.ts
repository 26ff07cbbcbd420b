import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { hostPort } from "../../values/url-host.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { clusterApi, datacenterApi, rootFileOf, type OwnApi } from "../certificates/api-root.ts";
import { hostsOf } from "../firewall/provider-hosts.ts";
import { seedOf } from "../firewall/subjects.ts";
import { dialledByWorkers, dialledFrom } from "./dialled.ts";
import { itemOf, openIn, type Draft } from "./item.ts";
import { afterNetworks, isAt, leftToTrials } from "./made-network.ts";
import { afterWorkers } from "./places.ts";

/** The roots of infrastructures, each in the hands of whoever installs: one that answers for volumes alone may be signed by another authority. */
const apiRootItem = rule<readonly Draft[]>({
  id: "checklist.api-root",
  title: "Checklist: root of the infrastructure's API",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    const all = [
      ...read.subjects("datacenter").flatMap((id) => ofDatacenter(read, id, read.optionalRule(datacenterApi, id))),
      ...read.subjects("cluster").flatMap((id) => ofCluster(read, id, read.optionalRule(clusterApi, id))),
    ];
    if (all.length === 0) return read.notApplicable("Nothing is given the root of an infrastructure.");
    return [...new Set(all.map(({ title }) => rootFileOf(read, title)))].map((file) => {
      const these = all.filter(({ title }) => rootFileOf(read, title) === file);
      const titles = listed([...new Set(these.map(({ title }) => title))]);
      const hosts = these.flatMap((one) => one.hosts);
      const tried = trials(read, these, file);
      return itemOf(read, file.replace(/\.crt$/, ""), {
        title: `Root certificate of ${titles} as ${file}, in PEM`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: [`\`openssl x509 -in ${file} -noout -subject -enddate\` names the authority that has signed`, ...tried.map(({ words }) => words)].join("; "),
        after: [...new Set(tried.flatMap(({ after }) => after))],
        uses: tried.flatMap(({ uses }) => uses),
        why: `What calls ${titles} trusts public roots alone until it is given this one; without it no machine and no volume is made.`,
        blockedBy: openIn(...hosts),
      });
    });
  },
});

/** What is given the root: its title, where it answers, on which port, and who calls it there, from whose network the firewall lets it through. */
interface Endpoint {
  readonly title: string;
  readonly hosts: readonly Value<string>[];
  readonly port: string;
  readonly caller: { readonly kind: "cluster" | "datacenter"; readonly id: string };
}

/** The endpoint of a cluster that KubeOne builds, which its own nodes call. */
function ofCluster(read: Reader, id: string, own: OwnApi | undefined): readonly Endpoint[] {
  const title = own?.root.inBundle?.ofKubeOne;
  return !own || title === undefined ? [] : [{ title, ...answering(read, own), caller: { kind: "cluster", id } }];
}

/** That of a datacenter: the API, which its Seed calls, or the one for volumes where only that is checked against a bundle, which workers call. */
function ofDatacenter(read: Reader, id: string, own: OwnApi | undefined): readonly Endpoint[] {
  const title = own?.root.inBundle?.ofKkp;
  if (!own || title === undefined) return [];
  const { volumeApi } = own.provider;
  if (volumeApi?.title !== title) return [{ title, ...answering(read, own), caller: { kind: "cluster", id: seedOf(read, id) } }];
  // Keys come from provider records, so the question is a host by the record's own definition.
  const question = providerQuestions.datacenter[volumeApi.question] as Question<string> | undefined;
  return [{ title, hosts: question ? [read.maybe(question, id)] : [], port: volumeApi.ports, caller: { kind: "datacenter", id } }];
}

const answering = (read: Reader, own: OwnApi) => ({ hosts: hostsOf(read, own.api, own.place), port: own.api.portsDiffer ? "<port of its URL>" : own.api.ports });

/** How a root is tried, what comes first for it, and what it takes. */
interface Trial {
  readonly words: string;
  readonly after: readonly string[];
  readonly uses: readonly string[];
}

/** How the root is tried from the networks of those that call, for callers of the same hosts together. */
function trials(read: Reader, endpoints: readonly Endpoint[], file: string): readonly Trial[] {
  const dialled = (of: Endpoint["caller"]): readonly string[] => [
    ...new Set(endpoints.filter(({ caller }) => caller.kind === of.kind && caller.id === of.id).flatMap(({ hosts, port }) => hosts.flatMap((host) => (host.kind === "known" ? [`\`openssl s_client -connect ${hostPort(host.value, port)} -CAfile ${file}\``] : [])))),
  ];
  const groups = new Map<string, { readonly kind: Endpoint["caller"]["kind"]; readonly ids: Set<string>; readonly shown: readonly string[] }>();
  for (const { caller } of endpoints) {
    const shown = dialled(caller);
    if (shown.length === 0) continue;
    const key = `${caller.kind} ${shown.join(" ")}`;
    const group = groups.get(key) ?? { kind: caller.kind, ids: new Set<string>(), shown };
    group.ids.add(caller.id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ kind, ids, shown }) => {
    const end = `${listed(shown)} ${shown.length === 1 ? "ends" : "end"} with verify return code 0`;
    const names = listed([...ids].map((id) => (kind === "cluster" ? clusterName(read, id) : datacenterName(read, id))));
    const where = isAt(read, [...ids]);
    return kind === "cluster"
      ? { words: `from a machine in the node network of ${names} ${end}${leftToTrials(read, where)}`, after: afterNetworks(read, where), uses: dialledFrom(read, where) }
      : { words: `from a machine beside the workers of ${names} ${end}`, after: [...ids].flatMap((id) => afterWorkers(read, id)), uses: [...ids].flatMap((id) => dialledByWorkers(read, id)) };
  });
}

export const apiRootItems: readonly Rule<readonly Draft[]>[] = [apiRootItem];
