import type { SubjectKind } from "../../kernel/outcome.ts";
import type { ChapterId, Question } from "../question.ts";
import { access } from "./access.ts";
import { apiRoot } from "./api-root.ts";
import { authentication, connectorQuestions } from "./authentication.ts";
import { backup } from "./backup.ts";
import { certificates, issuerQuestions } from "./certificates.ts";
import { dns, dnsServiceQuestions } from "./dns.ts";
import { exposure } from "./exposure.ts";
import { families } from "./families.ts";
import { balancerReach } from "./balancer-reach.ts";
import { floatingReach } from "./floating-reach.ts";
import { fronts } from "./fronts.ts";
import { growth } from "./growth.ts";
import { infrastructure } from "./infrastructure.ts";
import { keptAddresses } from "./kept-addresses.ts";
import { kubelbHub } from "./kubelb-hub.ts";
import { leaving } from "./leaving.ts";
import { podAddresses } from "./pod-addresses.ts";
import { loadBalancer } from "./load-balancer.ts";
import { managementProxy } from "./management-proxy.ts";
import { metering } from "./metering.ts";
import { mirrors } from "./mirrors.ts";
import { monitoring } from "./monitoring.ts";
import { network } from "./network.ts";
import { newSecrets } from "./new-secrets.ts";
import { observability } from "./observability.ts";
import { alerting } from "./alerting.ts";
import { operations } from "./operations.ts";
import { planning } from "./planning.ts";
import { platformEntry } from "./platform-entry.ts";
import { project } from "./project.ts";
import { proxied } from "./proxied-hosts.ts";
import { providerQuestions } from "./provider-questions.ts";
import { runningVolumes } from "./running-volumes.ts";
import { schedule } from "./schedule.ts";
import { sizing } from "./sizing.ts";
import { storage } from "./storage.ts";
import { storeRoot } from "./store-root.ts";
import { upgradeVersions, versions } from "./versions.ts";
import { workloadAddresses } from "./workload-addresses.ts";

type AnyChapter = { readonly id: ChapterId; readonly title: string; readonly intro: string } & Readonly<
  Partial<Record<SubjectKind, Readonly<Record<string, Question<unknown>>>>>
>;

const CHAPTERS: readonly AnyChapter[] = [project, infrastructure, network, loadBalancer, dns, certificates, authentication, storage, monitoring, access];
const ADDED: readonly AnyChapter[] = [proxied, leaving, podAddresses, families, upgradeVersions, schedule, versions, growth, mirrors, managementProxy, fronts, balancerReach, exposure, platformEntry, kubelbHub, workloadAddresses, keptAddresses, sizing, planning, backup, metering, storeRoot, runningVolumes, observability, newSecrets, operations, alerting, providerQuestions, floatingReach, apiRoot, dnsServiceQuestions, issuerQuestions, connectorQuestions];
const KINDS: readonly SubjectKind[] = ["plan", "place", "cluster", "datacenter"];

/** One chapter as the form, the parser and the document see it. */
export interface ChapterEntry {
  readonly id: ChapterId;
  readonly title: string;
  readonly intro: string;
  /** Questions by subject kind, in the order they are asked; those of provider and connector records come last. */
  readonly questions: Readonly<Record<SubjectKind, readonly Question<unknown>[]>>;
}

/** All chapters in order. */
export const chapters: readonly ChapterEntry[] = CHAPTERS.map((chapter) => {
  const parts = [chapter, ...ADDED.filter(({ id }) => id === chapter.id)];
  const questionsFor = (kind: SubjectKind) => parts.flatMap((part) => Object.values(part[kind] ?? {}));
  return {
    id: chapter.id,
    title: chapter.title,
    intro: chapter.intro,
    questions: Object.fromEntries(KINDS.map((kind) => [kind, questionsFor(kind)])) as Record<SubjectKind, Question<unknown>[]>,
  };
});

const byId = new Map(chapters.flatMap(({ questions }) => KINDS.flatMap((kind) => questions[kind].map((question) => [question.id, question] as const))));

/** All questions, in the order they are asked. */
export const questions: readonly Question<unknown>[] = [...byId.values()];

/**
 * The question of an id such as `infrastructure.places.vsphereServer`.
 * @throws Error for an unknown id; ids come from records and tests, never from people.
 */
export function questionOf(id: string): Question<unknown> {
  const question = byId.get(id);
  if (!question) throw new Error(`No question has the id ${id}`);
  return question;
}

/** The question of an id, or undefined. */
export function findQuestion(id: string): Question<unknown> | undefined {
  return byId.get(id);
}
