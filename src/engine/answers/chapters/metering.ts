import { host, labels } from "../kinds.ts";
import { portOfStore } from "../port-of-server.ts";
import { chapter, type Look } from "../question.ts";
import { isSharedStore } from "../shared-store.ts";
import { project } from "./project.ts";
import { sizing } from "./sizing.ts";

/** Only the Enterprise Edition counts usage; until somebody names the edition, its store is asked for. */
const counts = (look: Look): boolean => look(sizing.plan.seedExtras)?.includes("metering") === true && look(project.plan.edition) !== "CE";

/** Questions of the storage chapter about where reports of metering lie. */
export const metering = chapter("storage", "Storage and backup", "", {
  plan: {
    meteringStore: host({
      section: "Metering",
      label: "Under which name or address is the S3 for reports of metering reached?",
      short: "S3 for reports of metering",
      help: "Jobs on each Seed write reports there, KKP's API lists them, and browsers of administrators fetch them.",
      example: "s3.example.com",
      source: "kkp.metering",
      team: "storage",
      server: { title: "S3 for reports of metering", dialledBy: ["platform"] },
      asked: counts,
    }),
    meteringPort: portOfStore({
      section: "Metering",
      title: "the S3 for reports of metering",
      source: "kkp.metering",
      asked: (look): boolean => counts(look) && !isSharedStore(look(metering.plan.meteringStore)),
    }),
    meteringBucket: labels({
      section: "Metering",
      label: "What is the bucket for reports of metering called?",
      short: "Bucket for reports of metering",
      help: "All Seeds write to it, each under its own name. On AWS and stores like it nobody else in the world may have the name.",
      example: "acme-kkp-metering",
      source: "kkp.metering",
      team: "storage",
      asked: counts,
    }),
  },
});
