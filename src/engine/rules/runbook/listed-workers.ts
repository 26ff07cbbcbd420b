import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { platformSystems } from "../../facts/operating-systems.ts";
import type { Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { clusterName } from "../basics/platform.ts";
import { platformWorkers, usesTerraform } from "../basics/provisioning.ts";
import { listedWorkersTitle, madeWithMachines } from "../checklist/made-network.ts";
import { workersOf } from "../sizing/workers.ts";
import { madeOn } from "./bastions.ts";
import type { Step } from "./step.ts";

/** The listed workers beside control planes that Terraform makes: it makes none of them, and KubeOne enters each. */
export function listedWorkersStep(read: Reader, cluster: string): readonly Step[] {
  if (read.rule(platformWorkers, cluster) !== "static" || !usesTerraform(read, cluster)) return [];
  read.cite("kubeone.static-nodes", "kubeone.infrastructure");
  const name = clusterName(read, cluster);
  const { title } = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const place = read.answer(infrastructure.cluster.place, cluster);
  const needed = read.rule(workersOf, cluster);
  const workers = formatCount(needed, "worker");
  const told = read.maybe(infrastructure.cluster.workerAddresses, cluster);
  const addresses = told.kind === "known" ? told.value.slice(0, needed) : [];
  const shown = addresses.length === 0 ? "the addresses of the plan" : listed(addresses);
  const machines = `${workers} of ${read.answer(infrastructure.cluster.workerCpu, cluster)} vCPU and ${read.answer(infrastructure.cluster.workerMemory, cluster)} GiB`;
  const nodes = read.maybe(network.place.nodeNetwork, place);
  const outcome = madeWithMachines(read, place)
    ? `Whoever runs ${title} makes ${machines} now, in ${nodes.kind === "known" ? nodes.value : "the node network"}, which Terraform has just made`
    : `Whoever runs ${title} has made ${machines}, as the checklist asks`;
  return [
    {
      id: `step.listed-workers[${cluster}]`,
      title: listedWorkersTitle(read, cluster),
      text: `${madeOn(read, cluster)}${outcome}: ${shown}, one for each, with ${read.fact(platformSystems)} and the user of KubeOne's key, who needs no password for sudo. The example of Terraform makes control planes alone, and no MachineDeployment makes a listed worker. SSH_USER holds that user; go on when the command names no machine.`,
      commands: addresses.length === 0 ? [] : [`for host in ${addresses.map(quote).join(" ")}; do ssh -o BatchMode=yes -o StrictHostKeyChecking=accept-new "\${SSH_USER:?the user whom KubeOne takes}@$host" sudo -n true || echo "$host is not ready"; done`],
      from: read.cell,
      why: `kubeone apply enters every worker of ${name} that staticWorkers.hosts names, and stops where one does not answer.`,
    },
  ];
}
