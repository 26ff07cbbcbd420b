import { backup } from "../../answers/chapters/backup.ts";
import { storeRegion, userClusterBackup } from "../../facts/backup.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { urlHost } from "../../values/url-host.ts";
import { savesUserClusters } from "../storage/further.ts";
import { checksumField, NO_CHECKSUM } from "../storage/velero-checksum.ts";
import { setting, type Found } from "./setting.ts";
import { storeInUrl } from "../storage/store-port.ts";

/** Fields of the backup storage location that the owner of each project enters. */
export const storageLocationFields = rule<readonly Setting[]>({
  id: "settings.storage-location",
  title: "Fields of backup storage locations",
  per: "plan",
  sources: ["kkp.cluster-backup"],
  derive: (read) => {
    if (!savesUserClusters(read)) return read.notApplicable("Nobody backs up user clusters.");
    const { kind, pathStyle } = read.fact(userClusterBackup);
    const row = (id: string, field: string, value: Found<Setting["value"] | string>, why: Found<string>) => setting(read, { topic: "storage", object: `${kind} of each project`, id: `storage.location-${id}`, field: `spec.config.${field}`, value, why });
    const store = read.maybe(backup.plan.store);
    const host = store.kind === "known" ? urlHost(store.value) : "the store";
    const inUrl = (): Value<string> => {
      const dialled = storeInUrl(read, backup.plan.store);
      return dialled.kind === "known" ? known(`https://${dialled.value}`) : dialled;
    };
    const region = () => {
      read.fact(storeRegion);
      return read.maybe(backup.plan.storeRegion);
    };
    const checksum = read.aside(() => checksumField(read));
    return [
      row("url", "s3Url", inUrl, `KKP's check and Velero in the user clusters ask AWS otherwise. The dialog of the dashboard calls it Endpoints.`),
      row("region", "region", region, "Requests are signed for it, and a request without one is not sent at all."),
      row("path-style", pathStyle, "true", `The bucket would stand before ${host} as a part of the name otherwise, for which few stores have records and certificates. The dialog has no field for it: custom config takes it, in quotation marks.`),
      ...(checksum ? [row("checksum", checksum.field, () => checksumField(read)?.none ?? checksum.none, `${NO_CHECKSUM} The dialog has no field for it: custom config takes it, with the quotation marks.`)] : []),
    ];
  },
});
