import { access } from "../../answers/chapters/access.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { network } from "../../answers/chapters/network.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import { project } from "../../answers/chapters/project.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Question } from "../../answers/question.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { check } from "../../kernel/check.ts";
import { rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { gitHost } from "../../rules/access/repository-host.ts";
import { servedHosts } from "../../rules/certificates/hosts.ts";

/** Questions for the hosts of an infrastructure's API at a place; records of several providers may share one. */
const APIS: readonly Question<string | readonly string[]>[] = providers.flatMap(({ api }: Provider) =>
  [api?.addressQuestion, api?.furtherQuestion].flatMap((key) => (key === undefined ? [] : ((providerQuestions.place[key] as Question<string | readonly string[]> | undefined) ?? []))),
);

/** Questions for what workers of a datacenter ask for volumes, where that is another endpoint. */
const VOLUME_APIS: readonly Question<string>[] = providers.flatMap(({ volumeApi }: Provider) => (volumeApi === undefined ? [] : ((providerQuestions.datacenter[volumeApi.question] as Question<string> | undefined) ?? [])));

/** Questions for the host of a system that stands beside the platform; those for identity have a check of their own. */
const ONCE: readonly Question<string>[] = [access.plan.vaultAddress, mirrors.plan.mirrorRegistry, mirrors.plan.mirrorBinaries, mirrors.plan.mirrorPackages, backup.plan.store, observability.plan.objectStoreAddress, kubelbHub.plan.kubelbApi];
const PER_PLACE: readonly Question<string>[] = [access.place.bastionAddress, network.place.proxyAddress];
const PER_CLUSTER: readonly Question<string>[] = [storage.cluster.s3Endpoint, infrastructure.cluster.apiHost, fronts.cluster.applianceAddress];

interface System {
  readonly title: string;
  readonly host: string;
  readonly path: AnswerPath;
}

/** All of them, once for all clusters. */
const systems = rule<readonly System[]>({
  id: "dns.systems-beside",
  title: "Systems beside the platform",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    const named = (question: Question<string | readonly string[]>, subject?: string): readonly System[] =>
      [read.optional(question, subject) ?? []].flat().map((host) => ({ title: question.short, host, path: read.path(question, subject) }));
    const git = read.optionalRule(gitHost);
    return [
      ...(git ? [{ title: access.plan.repository.short, host: git.host, path: read.path(access.plan.repository) }] : []),
      ...ONCE.flatMap((question) => named(question)),
      ...read.subjects("place").flatMap((place) => [...PER_PLACE, ...new Set(APIS)].flatMap((question) => named(question, place))),
      ...read.subjects("datacenter").flatMap((datacenter) => VOLUME_APIS.flatMap((question) => named(question, datacenter))),
      ...read.subjects("cluster").flatMap((cluster) => PER_CLUSTER.flatMap((question) => named(question, cluster))),
    ];
  },
});

/** A system of the customer under a name that the platform itself serves. */
export const hostTaken = check({
  id: "dns.host-taken",
  title: "Systems beside the platform have names of their own",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.install-ce"],
  examine: (read, cluster, report) => {
    const served = read.rule(servedHosts, cluster);
    for (const { title, host, path } of read.rule(systems)) {
      const taken = served.find(({ name }) => name === host.toLowerCase());
      if (!taken) continue;
      report({
        key: path,
        title: `${host} cannot be both “${title}” and the platform`,
        message: `The platform serves ${taken.service} under ${taken.name}, so its record leads to the platform entry, and nothing that looks for “${title}” would reach it there.`,
        remedy: `Give “${title}” another name, or the platform another base domain.`,
        answers: [path, read.path(project.plan.domain)],
      });
    }
  },
});
