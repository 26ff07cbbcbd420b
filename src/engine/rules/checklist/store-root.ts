import { backup } from "../../answers/chapters/backup.ts";
import { storeRootFile } from "../../facts/store-root.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { hasRoot, storeCallers } from "../storage/store-root.ts";
import { dialledFrom } from "./dialled.ts";
import { itemOf, type Draft } from "./item.ts";
import { afterNetworks, leftToTrials } from "./made-network.ts";
import { ALLOW_LIST } from "./uses.ts";

/** The root of the object stores, in the hands of whoever installs. */
const storeRootItem = rule<readonly Draft[]>({
  id: "checklist.store-root",
  title: "Checklist: root of the object stores",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    const callers = read.subjects("cluster").flatMap((cluster) => read.optionalRule(storeCallers, cluster) ?? []).filter((caller) => !hasRoot(read, caller));
    if (callers.length === 0) return read.notApplicable("No new part of the platform calls a store behind a private root.");
    const { file } = read.fact(storeRootFile);
    const hosts = [...new Set(callers.map(({ address }) => address))];
    const tried = `${listed(hosts.map((host) => `\`curl -sSI --cacert ${file} https://${host}\``))} ${hosts.length === 1 ? "prints" : "print"} a status of HTTP and no word about the certificate`;
    const browsers = callers.some(({ part }) => part === "metering") || read.answer(backup.plan.further).includes("user-clusters");
    return [
      itemOf(read, "store-root", {
        title: `Root certificate of the object stores as ${file}, in PEM`,
        team: "storage",
        chapter: "storage",
        verify: `\`openssl x509 -in ${file} -noout -subject -enddate\` names your authority; from a machine in the node network ${tried}${browsers ? "; a browser of somebody who fetches files from there shows no warning" : ""}${leftToTrials(read)}`,
        after: afterNetworks(read),
        uses: [...dialledFrom(read), ALLOW_LIST],
        why: `Parts of the platform trust public roots alone until they are given this one; without it nothing is written to ${listed(hosts)}.`,
      }),
    ];
  },
});

export const storeRootItems: readonly Rule<readonly Draft[]>[] = [storeRootItem];
