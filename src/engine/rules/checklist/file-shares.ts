import { rule, type Rule } from "../../kernel/rule.ts";
import { sharesIn } from "../basics/file-shares.ts";
import { datacenterName } from "../basics/platform.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";

/** The StorageClass of file shares, which KKP leaves to whoever wants one. */
const fileShareClass = rule<readonly Draft[]>({
  id: "checklist.file-shares",
  title: "Checklist: class of file shares",
  per: "datacenter",
  sources: ["kkp.code.csi-addons", "kkp.code.storage-class"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const shares = sharesIn(read, datacenter);
    const name = datacenterName(read, datacenter);
    return [
      itemOf(read, `file-shares[${datacenter}]`, {
        title: `StorageClass for shares of ${shares.title} in user clusters of ${name}`,
        team: "storage",
        chapter: "storage",
        verify: `A manifest for user clusters of ${name} names \`${shares.driver}\` as provisioner${shares.parameters}`,
        why: `KKP brings the driver of ${shares.title} into user clusters of ${name} and makes a class for disks alone, which one node mounts at a time.`,
      }),
    ];
  },
});

export const fileShareItems: readonly Rule<readonly Draft[]>[] = [fileShareClass];
