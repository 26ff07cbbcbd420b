import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { findQuestion } from "../answers/chapters/registry.ts";
import { loadBalancer } from "../answers/chapters/load-balancer.ts";
import { lookAt, withAnswer, withoutSubject, withSubject, type Answers } from "../answers/answers.ts";
import { pathOf, type Control } from "../answers/question.ts";
import { vrrpRouterId as usualRouterId } from "../facts/providers.ts";
import type { Way } from "./decided.ts";
import type { Plan } from "./plan.ts";
import { questionAndSubject, subjectName } from "./subject-of.ts";

const { role, name: clusterName } = infrastructure.cluster;
const { vrrpRouterId } = loadBalancer.cluster;

/** Forms of answers that another cluster beside the first has as well; names and addresses are its own. */
const ALIKE: readonly Control["type"][] = ["choice", "choices", "yes-no", "subject"];

/**
 * Other layouts of master and Seeds. The master cannot become a Seed alone, since some cluster must carry the master;
 * what people weigh instead is one cluster more for it, or one cluster less.
 * @param ways What the question about the role of the master offers beside what is chosen.
 */
export function layoutWays(answers: Answers, { project: { names } }: Plan, master: string, ways: readonly Way[]): readonly Way[] {
  const look = lookAt(answers);
  const flips = ways.filter(({ value }) => value !== "seed");
  const others = answers.subjects.cluster.filter((id) => look(role, id) === "seed");
  const named = (id: string) => subjectName(names, "cluster", id);
  if (look(role, master) === "master-and-seed") {
    const serves = answers.subjects.datacenter.some((id) => look(infrastructure.datacenter.seed, id) === master);
    const apart: Way = {
      value: "apart",
      title: `A master of its own: one cluster more, built like ${named(master)}`,
      changes: masterApart(master),
      by: `Add a cluster with the role Master only, and make ${named(master)} an additional Seed.`,
    };
    return [...(others.length > 0 ? flips : []), ...(serves || others.length === 0 ? [apart] : [])];
  }
  const [only, ...more] = others;
  if (look(role, master) !== "master" || only === undefined || more.length > 0) return flips;
  const onSeed: Way = {
    value: "one",
    title: `The master on ${named(only)}: one cluster less`,
    changes: (before) => withAnswer(withoutSubject(before, "cluster", master), pathOf(role, only), "master-and-seed"),
    by: `Make ${named(only)} Master and Seed in one, and remove ${named(master)}.`,
  };
  return [...flips, onSeed];
}

/** The same answers with a cluster more that carries the master; it is built and equipped like the one that is there. */
const masterApart = (seed: string) => (answers: Answers): Answers => {
  const taken = new Set([...answers.subjects.cluster, ...answers.subjects.cluster.map((id) => lookAt(answers)(clusterName, id))]);
  const id = ["master", ...Array.from(taken, (_, at) => `master-${at + 2}`)].find((free) => !taken.has(free)) ?? "master";
  const alike = Object.entries(answers.given).flatMap(([path, value]) => {
    const at = questionAndSubject(path);
    const question = at.subject === seed ? findQuestion(at.question) : undefined;
    const machines = question?.control.type === "integer" && question.chapter === "infrastructure";
    return question?.subject === "cluster" && (machines || ALIKE.includes(question.control.type)) && !(path in answers.open) ? [[pathOf(question, id), value] as const] : [];
  });
  // Two clusters of one network may not share a router id, and any other is as good.
  const ids = new Set([usualRouterId.value, ...answers.subjects.cluster.map((other) => lookAt(answers)(vrrpRouterId, other))]);
  const routerId = Array.from(ids, (_, at) => at + 1).find((free) => !ids.has(free)) ?? ids.size + 1;
  const more = alike.reduce((so, [path, value]) => withAnswer(so, path, value), withSubject(answers, "cluster", id));
  const own = [[pathOf(clusterName, id), id], [pathOf(role, id), "master"], [pathOf(role, seed), "seed"], [pathOf(vrrpRouterId, id), routerId]] as const;
  return own.reduce((so, [path, value]) => withAnswer(so, path, value), more);
};
