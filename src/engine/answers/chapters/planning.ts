import { backupReserve, snapshotRatio } from "../../facts/backup.ts";
import { masterRequests, mlaRequests, seedRequests } from "../../facts/sizing/platform-requests.ts";
import { largeProfile, mediumProfile } from "../../facts/sizing/user-cluster-requests.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { monitoring } from "./monitoring.ts";
import { ownPlanning, planningValue, sizing } from "./sizing.ts";
import { storage } from "./storage.ts";

const several = (look: Look): boolean => ownPlanning(look) && look(sizing.plan.clusterSizes) === "several";
const backedUp = (look: Look): boolean => ownPlanning(look) && look.subjects("cluster").some((id) => look(infrastructure.cluster.role, id) !== "master" && look(storage.cluster.backupTarget, id) !== "none");

const pods = (value: number, label: string, short: string, statement: string, asked?: (look: Look) => boolean) =>
  planningValue({ min: 0, max: 500, unit: "pods" }, value, { label, short, help: "Counted for the number of pods on a worker, which bounds large machines." }, statement, asked);

const disk = (value: number, size: string, statement: string) =>
  planningValue(
    { min: 5, max: 1000, unit: "GiB" },
    value,
    { label: `How large is one etcd volume of a ${size} user cluster?`, short: `Volume of etcd of a ${size} user cluster`, help: "At least twice the quota of the database and 1 GiB; it cannot be changed for a cluster that is there." },
    statement,
    several,
  );

/** Further planning figures that people replace, beside those of the sizing chapter. */
export const planning = chapter("infrastructure", "Infrastructure", "", {
  plan: {
    masterPods: pods(masterRequests.value.pods, "How many pods do the own components of the master have?", "Pods of the master", masterRequests.statement),
    seedPods: pods(seedRequests.value.pods, "How many pods do the own components of a Seed have?", "Pods of a Seed", seedRequests.statement),
    mlaPods: pods(mlaRequests.value.pods, "How many pods does the MLA of master or Seed have?", "Pods of the MLA", mlaRequests.statement, (look) => ownPlanning(look) && look(monitoring.plan.mla) === true),
    mediumEtcdDisk: disk(mediumProfile.value.etcdDisk, "medium", mediumProfile.statement),
    largeEtcdDisk: disk(largeProfile.value.etcdDisk, "large", largeProfile.statement),
    snapshotRatio: planningValue(
      { min: 1, max: 100, unit: "%" },
      snapshotRatio.value * 100,
      { label: "How large is a packed snapshot, compared with its database?", short: "Size of a packed snapshot", help: "It depends on the data, and no measurement is published; 100 % is on the safe side." },
      snapshotRatio.statement,
      backedUp,
    ),
    backupReserve: planningValue(
      { min: 0, max: 300, unit: "%" },
      Math.round((backupReserve.value - 1) * 100),
      { label: "How much room beyond the snapshots does the bucket keep?", short: "Room kept in the bucket", help: "For growth of the databases until somebody looks." },
      backupReserve.statement,
      backedUp,
    ),
  },
});
