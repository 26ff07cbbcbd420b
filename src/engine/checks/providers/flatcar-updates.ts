import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { placeOfWorkers } from "../../rules/firewall/subjects.ts";
import { reachesInternet } from "../../rules/firewall/way-out.ts";
import { listed } from "../../values/sentence.ts";

/** Systems that update themselves from the internet, where their machines do not reach it. */
export const flatcarUpdatesOffline = check({
  id: "providers.updates-out-of-reach",
  title: "Workers get updates of their system",
  severity: "advice",
  per: "datacenter",
  sources: ["flatcar.update-conf", "osm.profiles"],
  examine: (read, datacenter, report) => {
    const chosen = read.optional(infrastructure.datacenter.operatingSystems, datacenter) ?? [];
    const systems = chosen.map((id): OperatingSystem => operatingSystemOf(id)).filter(({ updates }) => updates !== undefined);
    const place = placeOfWorkers(read, datacenter);
    if (systems.length === 0 || reachesInternet(read, place)) return;
    const hosts = systems.flatMap(({ updates }) => (updates ? read.fact(updates) : [])).map(({ host }) => host);
    const titles = listed(systems.map(({ title }) => title));
    report({
      title: `Workers of ${datacenterName(read, datacenter)} with ${titles} get no updates`,
      message: `${titles} updates itself while it runs, from ${listed(hosts)}. No mirror of this plan stands in for them, so machines ask in vain and keep the version of their image.`,
      remedy: "Give user clusters new images and replace their workers with each version, and set disableAutoUpdate of the machines; or run an update server of yours, which a profile of yours names as SERVER in /etc/flatcar/update.conf.",
      answers: [read.path(infrastructure.datacenter.operatingSystems, datacenter), read.path(network.place.internet, place)],
    });
  },
});
