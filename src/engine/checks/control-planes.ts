import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { project } from "../answers/chapters/project.ts";
import { smallestQuorum } from "../facts/firewall.ts";
import { etcdMembers } from "../facts/quality.ts";
import { check, type Report } from "../kernel/check.ts";
import type { Reader } from "../kernel/rule.ts";
import { clusterName } from "../rules/basics/platform.ts";

/** What stops with a cluster: on a Seed the user clusters can no longer be changed, on a master alone only the platform itself. */
function follows(read: Reader, cluster: string): string {
  const role = read.optional(infrastructure.cluster.role, cluster);
  if (role === undefined) return "";
  return role === "master" ? ", and nobody changes anything through the platform; user clusters on their Seeds go on" : ", and every user cluster on it can no longer be changed";
}

/** Another number of machines: as a fix, unless addresses are listed for so many as there are, which only people can add or take away. */
function otherNumber(read: Reader, cluster: string, machines: number): Pick<Report, "fixes"> & { readonly also: string } {
  const listed = read.optional(infrastructure.cluster.controlPlaneAddresses, cluster);
  if (listed !== undefined && listed.length > 0 && listed.length !== machines) return { fixes: [], also: ", and list an address for each" };
  return { fixes: [{ title: `Use ${machines} control planes`, set: [{ path: read.path(infrastructure.cluster.controlPlanes, cluster), value: machines }] }], also: "" };
}

/** Numbers of control-plane machines that lose their majority sooner than they need to. */
export const controlPlanes = check({
  id: "topology.control-planes",
  title: "Number of control planes",
  severity: "warning",
  also: ["advice"],
  per: "cluster",
  sources: ["kubeone.infrastructure", "etcd.hardware", "etcd.faq"],
  examine: (read, cluster, report) => {
    if (read.optional(infrastructure.cluster.provisioning, cluster) !== "kubeone") return;
    const machines = read.optional(infrastructure.cluster.controlPlanes, cluster);
    if (machines === undefined) return;
    const path = read.path(infrastructure.cluster.controlPlanes, cluster);
    const name = clusterName(read, cluster);
    const few = read.fact(smallestQuorum);
    if (machines < few && read.optional(project.plan.purpose) === "production") {
      const { fixes, also } = otherNumber(read, cluster, few);
      report({
        key: "few",
        title: `${name} has ${machines === 1 ? "one control plane" : `${machines} control planes`} in production`,
        message: `With ${machines === 1 ? "one machine" : `${machines} machines`}, the Kubernetes API of ${name} stops as soon as one is lost or restarted${follows(read, cluster)}.`,
        remedy: `Use ${few} control-plane machines${also}.`,
        fixes,
        answers: [path, read.path(project.plan.purpose)],
      });
    } else if (machines > read.fact(etcdMembers).most) {
      const { most, advised } = read.fact(etcdMembers);
      const { fixes, also } = otherNumber(read, cluster, most);
      report({
        key: "many",
        severity: machines % 2 === 0 ? "warning" : "advice",
        title: `${name} has ${machines} control planes`,
        message: `Every write waits for a majority of ${machines} members; ${most} survive the loss of ${Math.floor((most - 1) / 2)} already, and etcd advises no more than ${advised}.`,
        remedy: `Use ${most} control-plane machines${also}.`,
        fixes,
        answers: [path],
      });
    } else if (machines % 2 === 0) {
      const more = machines + 1;
      const { fixes, also } = otherNumber(read, cluster, more);
      report({
        key: "even",
        title: `${name} has an even number of control planes`,
        message: `etcd needs a majority: ${machines} machines survive the loss of ${Math.floor((machines - 1) / 2)}, no more than ${machines - 1} would, and ${more} survive ${Math.floor((more - 1) / 2)}.`,
        remedy: `Use ${more} control-plane machines, or ${machines - 1}${also}.`,
        fixes,
        answers: [path],
      });
    }
  },
});
