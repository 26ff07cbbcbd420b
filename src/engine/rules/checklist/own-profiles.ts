import { rule, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { KKP_PROFILES, ownProfiles } from "../basics/own-profiles.ts";
import { datacenterName, releaseIn, runsAlready, writtenName } from "../basics/platform.ts";
import { seedOf } from "../firewall/subjects.ts";
import { itemOf, type Draft } from "./item.ts";

/** Profiles that somebody writes, and that nobody but them brings up to date. */
const profiles = rule<readonly Draft[]>({
  id: "checklist.own-profiles",
  title: "Checklist: profiles of operating systems",
  per: "datacenter",
  sources: ["kkp.osm-usage", "osm.profiles"],
  derive: (read, datacenter) => {
    const systems = ownProfiles(read, datacenter);
    if (systems.length === 0) return read.notApplicable(KKP_PROFILES);
    const name = datacenterName(read, datacenter);
    const words = listed(systems.map(({ title }) => title));
    const owner = { team: "platform", chapter: "infrastructure" } as const;
    const { id: release } = releaseIn(read);
    if (runsAlready(read)) {
      return [
        itemOf(read, `profiles[${datacenter}]`, {
          ...owner,
          title: `Profiles of your own for workers of ${name} compared with those of KKP ${release}`,
          verify: `Whoever wrote them has seen what KKP ${release} changes in its own; each changed profile has a higher spec.version`,
          why: `KKP brings its own profiles up to date and leaves yours for ${words} as they are; a profile is changed under a new version alone.`,
        }),
      ];
    }
    return [
      itemOf(read, `profiles[${datacenter}]`, {
        ...owner,
        title: `Profiles of your own for workers of ${name} with ${words}`,
        verify: `\`${writtenName(read, seedOf(read, datacenter))}/operating-system-profiles.yaml\` holds a CustomOperatingSystemProfile of the namespace kubermatic for each system, with osName, version and the infrastructure under supportedCloudProviders; the firewall team has the hosts that it loads from`,
        why: `Workers of ${name} start by them in place of KKP's own, from which the hosts for workers in this plan come.`,
      }),
    ];
  },
});

export const ownProfileItems: readonly Rule<readonly Draft[]>[] = [profiles];
