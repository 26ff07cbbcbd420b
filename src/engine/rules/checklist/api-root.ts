import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { apiRootFile } from "../../facts/store-root.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { hostPort } from "../../values/url-host.ts";
import { clusterApi, datacenterApi, type OwnApi } from "../certificates/api-root.ts";
import { hostsOf } from "../firewall/provider-hosts.ts";
import { itemOf, openIn, type Draft } from "./item.ts";
import { afterNetworks, leftToTrials } from "./made-network.ts";

/** The root of the infrastructure, in the hands of whoever installs. */
const apiRootItem = rule<readonly Draft[]>({
  id: "checklist.api-root",
  title: "Checklist: root of the infrastructure's API",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    const all = [
      ...read.subjects("datacenter").flatMap((id) => taken(read, read.optionalRule(datacenterApi, id), "ofKkp", id)),
      ...read.subjects("cluster").flatMap((id) => taken(read, read.optionalRule(clusterApi, id), "ofKubeOne")),
    ];
    if (all.length === 0) return read.notApplicable("Nothing is given the root of an infrastructure.");
    const { file } = read.fact(apiRootFile);
    const titles = listed([...new Set(all.map(({ title }) => title))]);
    const hosts = all.flatMap((one) => one.hosts.map((host) => ({ host, port: one.port })));
    const shown = [...new Set(hosts.flatMap(({ host, port }) => (host.kind === "known" ? [`\`openssl s_client -connect ${hostPort(host.value, port)} -CAfile ${file}\``] : [])))];
    const tried = shown.length === 0 ? "" : `; from a machine in the node network ${listed(shown)} ${shown.length === 1 ? "ends" : "end"} with verify return code 0${leftToTrials(read)}`;
    return [
      itemOf(read, "api-root", {
        title: `Root certificate of ${titles} as ${file}, in PEM`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `\`openssl x509 -in ${file} -noout -subject -enddate\` names the authority that has signed${tried}`,
        after: shown.length === 0 ? [] : afterNetworks(read),
        why: `What calls ${titles} trusts public roots alone until it is given this one; without it no machine and no volume is made.`,
        blockedBy: openIn(...hosts.map(({ host }) => host)),
      }),
    ];
  },
});

/** What is given the root: its title, where it answers, and on which port. */
interface Endpoint {
  readonly title: string;
  readonly hosts: readonly Value<string>[];
  readonly port: string;
}

/** The endpoint that is checked against a bundle: the API, or the one for volumes where only that is. */
function taken(read: Reader, own: OwnApi | undefined, by: "ofKkp" | "ofKubeOne", datacenter?: string): readonly Endpoint[] {
  const title = own?.root.inBundle?.[by];
  if (!own || title === undefined) return [];
  const { volumeApi } = own.provider;
  if (datacenter !== undefined && volumeApi?.title === title) {
    // Keys come from provider records, so the question is a host by the record's own definition.
    const question = providerQuestions.datacenter[volumeApi.question] as Question<string> | undefined;
    return [{ title, hosts: question ? [read.maybe(question, datacenter)] : [], port: volumeApi.ports }];
  }
  return [{ title, hosts: hostsOf(read, own.api, own.place), port: own.api.portsDiffer ? "<port of its URL>" : own.api.ports }];
}

export const apiRootItems: readonly Rule<readonly Draft[]>[] = [apiRootItem];
