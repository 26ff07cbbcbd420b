import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "./platform.ts";

/** With whose user workers of a datacenter are made, where it is one of the management. */
interface UserOfManagement {
  /** The question that is answered so. */
  readonly question: Question<boolean>;
  /** The platform cluster whose machines the user makes: the Seed of the datacenter where it stands there, or else the first that does. */
  readonly cluster: string;
}

type Ask = <T>(question: Question<T>, subject: string) => T | undefined;

/** The question whether tenants on an infrastructure share a user of the management. */
const questionOf = ({ sharedUser }: Provider): Question<boolean> | undefined =>
  // Keys come from provider records, so the question is a yes or no by the record's own definition.
  sharedUser && (providerQuestions.datacenter[sharedUser.question] as Question<boolean> | undefined);

/** The platform cluster whose user would be shared; undefined where nothing of the platform is made on that infrastructure. */
function holderOf(read: Reader, { id }: Provider, datacenter: string, ask: Ask): string | undefined {
  const seed = ask(infrastructure.datacenter.seed, datacenter);
  const clusters = read.subjects("cluster");
  const isMade = (cluster: string) => ask(infrastructure.cluster.provider, cluster) === id && ask(infrastructure.cluster.provisioning, cluster) === "kubeone";
  return [...clusters.filter((one) => one === seed), ...clusters.filter((one) => one !== seed)].find(isMade);
}

/** The user of the management that makes workers of a datacenter; not applicable where they have one of their own. Waits for whatever decides on it. */
export const sharedUserOf = rule<UserOfManagement>({
  id: "infrastructure.shared-user",
  title: "User of the management that makes workers",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const question = questionOf(provider);
    if (!question) return read.notApplicable(`Nobody is asked whether tenants share a user on ${provider.title}.`);
    const cluster = holderOf(read, provider, datacenter, (of, subject) => read.answer(of, subject));
    if (cluster === undefined) return read.notApplicable(`The management has no user on ${provider.title}.`);
    if (!read.answer(question, datacenter)) return read.notApplicable(`Workers of ${datacenterName(read, datacenter)} are made by a user of their own.`);
    return { question, cluster };
  },
});

/** The same as far as it is known. Never waits. */
export function userOfManagement(read: Reader, datacenter: string): UserOfManagement | undefined {
  const chosen = read.optional(infrastructure.datacenter.provider, datacenter);
  const provider = chosen === undefined ? undefined : providerOf(chosen);
  const question = provider && questionOf(provider);
  if (!question || read.optional(question, datacenter) !== true) return undefined;
  const cluster = holderOf(read, provider, datacenter, (of, subject) => read.optional(of, subject));
  return cluster === undefined ? undefined : { question, cluster };
}

/** Datacenters whose workers are made by the user of a platform cluster, by that cluster, as far as it is known. Never waits. */
export const sharersOf = rule<ReadonlyMap<string, readonly string[]>>({
  id: "infrastructure.user-sharers",
  title: "Datacenters that share a user of the management",
  per: "plan",
  sources: [],
  derive: (read) => {
    const sharers = new Map<string, string[]>();
    for (const datacenter of read.subjects("datacenter")) {
      const cluster = userOfManagement(read, datacenter)?.cluster;
      if (cluster !== undefined) sharers.set(cluster, [...(sharers.get(cluster) ?? []), datacenter]);
    }
    return sharers;
  },
});
