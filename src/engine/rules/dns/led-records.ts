import { mirrors } from "../../answers/chapters/mirrors.ts";
import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { parseAddress } from "../../values/address.ts";
import { listed } from "../../values/sentence.ts";
import { placeName, runsAlready } from "../basics/platform.ts";
import { ledHosts } from "../internet/led-hosts.ts";
import { offlinePlaces } from "../internet/offline.ts";
import { STAYS, typeOf } from "./target.ts";

/** Names of hosts on the internet that lead to the mirror of binaries where machines reach nothing else. */
export const ledRecords = rule<readonly DnsRecord[]>({
  id: "dns.led-to-mirror",
  title: "Records that lead to the mirror",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    const where = listed(read.rule(offlinePlaces).map((place) => placeName(read, place)));
    const { rows: hosts, missing } = ledHosts(read);
    if (hosts.length === 0 && missing.length === 0) return read.notApplicable("KubeOne and KKP set up no machine there.");
    const target = read.maybe(mirrors.plan.mirrorBinaries);
    const named = target.kind === "known" && parseAddress(target.value) === undefined;
    const when = runsAlready(read) ? STAYS : `Before the first machine starts, by a response policy or a zone of this very name${named ? ", at whose top the address stands in place of a CNAME" : ""}`;
    return hosts.map((host) =>
      ({
        id: `record.led-${host}`,
        name: host,
        type: named ? "CNAME" : typeOf(target),
        target,
        end: "mirror",
        purpose: "Mirror of binaries",
        need: "offline",
        view: "any",
        seenBy: known("your networks"),
        views: known("one"),
        when,
        from: read.cell,
        why: `Machines in ${where} ask for ${host} by this name and reach nothing behind it on the internet; the mirror workstation copies from there and must not find this record.`,
      }));
  },
});
