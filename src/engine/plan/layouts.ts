import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { findQuestion } from "../answers/chapters/registry.ts";
import { loadBalancer } from "../answers/chapters/load-balancer.ts";
import { lookAt, withAnswer, withoutSubject, withSubject, type Answers } from "../answers/answers.ts";
import { pathOf, type Control } from "../answers/question.ts";
import { vrrpRouterId as usualRouterId } from "../facts/providers.ts";
import { formatCount } from "../values/figures.ts";
import { listed } from "../values/sentence.ts";
import type { Way } from "./decided.ts";
import type { Plan } from "./plan.ts";
import { questionAndSubject, subjectName } from "./subject-of.ts";

const { role, name: clusterName } = infrastructure.cluster;
const { vrrpRouterId } = loadBalancer.cluster;

/** Forms of answers that another cluster beside the first has as well; names and addresses are its own. */
const ALIKE: readonly Control["type"][] = ["choice", "choices", "yes-no", "subject"];

/** From so many Seeds on, one of them stands for all: each way is a plan of its own. */
const MANY = 10;

/**
 * Other layouts of master and Seeds. The master cannot become a Seed alone, since some cluster must carry the master;
 * what people weigh instead is one cluster more for it, the master on another Seed, or fewer Seeds.
 * @param ways What the question about the role of the master offers beside what is chosen.
 */
export function layoutWays(answers: Answers, { project: { names } }: Plan, master: string, ways: readonly Way[]): readonly Way[] {
  const look = lookAt(answers);
  const flips = ways.filter(({ value }) => value !== "seed");
  const others = answers.subjects.cluster.filter((id) => look(role, id) === "seed");
  const few = others.slice(0, others.length < MANY ? others.length : 1);
  const named = (id: string) => subjectName(names, "cluster", id);
  // What holds for each of many Seeds is told of the first.
  const one = (id: string) => (few.length < others.length ? `one of ${others.length} Seeds, for example ${named(id)}` : named(id));
  const serves = (seed: string) => answers.subjects.datacenter.some((id) => look(infrastructure.datacenter.seed, id) === seed);
  if (look(role, master) === "master-and-seed") {
    const apart: Way = {
      value: "apart",
      title: `A master of its own: one cluster more, built like ${named(master)}`,
      changes: masterApart(master),
      by: `Add a cluster with the role Master only, and make ${named(master)} an additional Seed.`,
    };
    const swapped = few.map((id): Way => ({
      value: `on.${id}`,
      title: `The master on ${one(id)}, and ${named(master)} an additional Seed`,
      changes: (before) => withAnswer(withAnswer(before, pathOf(role, master), "seed"), pathOf(role, id), "master-and-seed"),
      by: `Make ${named(id)} Master and Seed in one, and ${named(master)} an additional Seed.`,
    }));
    const served = few.map((id): Way => ({
      value: `without.${id}`,
      title: `Without ${few.length < others.length ? `a Seed, for example ${named(id)}` : named(id)}: one cluster less, and ${named(master)} serves its datacenters`,
      changes: servedBy([id], master),
      by: `Let ${named(master)} serve the datacenters of ${named(id)}, and remove ${named(id)}.`,
    }));
    return [...(others.length > 0 ? flips : []), ...(serves(master) || others.length === 0 ? [apart] : []), ...swapped, ...served];
  }
  if (look(role, master) !== "master") return flips;
  const onSeed = few.map((id): Way => ({
    value: `one.${id}`,
    title: `The master on ${one(id)}: one cluster less`,
    changes: (before) => withAnswer(withoutSubject(before, "cluster", master), pathOf(role, id), "master-and-seed"),
    by: `Make ${named(id)} Master and Seed in one, and remove ${named(master)}.`,
  }));
  const alone = others.length < 2 ? [] : few.map((id): Way => {
    const less = others.filter((other) => other !== id);
    return {
      value: `alone.${id}`,
      title: `${few.length < others.length ? `One of ${others.length} Seeds, for example ${named(id)},` : named(id)} as the only Seed: ${formatCount(less.length, "cluster")} less`,
      changes: servedBy(less, id),
      by: `Let ${named(id)} serve every datacenter, and remove ${listed(less.map(named))}.`,
    };
  });
  return [...flips, ...onSeed, ...alone];
}

/** The same answers without Seeds, whose datacenters another cluster serves. */
const servedBy = (gone: readonly string[], seed: string) => (answers: Answers): Answers => {
  const look = lookAt(answers);
  const moved = answers.subjects.datacenter.filter((id) => gone.includes(look(infrastructure.datacenter.seed, id) ?? ""));
  const led = moved.reduce((so, id) => withAnswer(so, pathOf(infrastructure.datacenter.seed, id), seed), answers);
  return gone.reduce((so, id) => withoutSubject(so, "cluster", id), led);
};

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
