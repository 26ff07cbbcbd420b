import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { ledFamily } from "../../addresses/second-reach.ts";
import { clusterName, entryIn, masterCluster } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { entryPorts } from "../entry-ports.ts";
import { forwarding, opensOutside, publicUserNetworks } from "../forwarding.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { stillToFormer } from "./former-entry.ts";

/** From people on the internet to the public address of the platform entry. */
export const usersToPublicAddress = rule<readonly FlowDraft[]>({
  id: "firewall.users-to-public-address",
  title: "Users to the public address",
  per: "cluster",
  sources: ["kkp.ports", "kkp.install-ce"],
  derive: (read, cluster) => {
    read.rule(forwarding, cluster);
    if (read.rule(masterCluster) !== cluster || !read.rule(opensOutside)) return read.notApplicable("People come to the entry itself.");
    const row = { of: cluster, source: publicUserNetworks(read) ? ends.outsideUsers : ends.users, destination: ends.publicAddress(cluster), lifetime: "operation" } as const;
    const { redirects, title } = entryIn(read, cluster);
    return [
      flow(read, { ...row, refs: ["P1"], word: "P1-public", ports: ports.entryHttps, reason: "Dashboard, API and login for people on the internet", why: "The outer view of the zone gives people on the internet this address." }),
      ...(redirects ? [flow(read, { ...row, refs: ["E2"], word: "E2-public", ports: ports.entryHttp, reason: "Browsers on the internet that begin without TLS", why: `${title} sends them on to HTTPS; without this port, links that begin with http:// break for people on the internet.` })] : []),
    ];
  },
});

/** From the public address on to the platform entry. */
export const publicAddressToEntry = rule<readonly FlowDraft[]>({
  id: "firewall.public-address-to-entry",
  title: "Public address to the entry",
  per: "cluster",
  sources: ["letsencrypt.challenges", "kkp.install-ce"],
  derive: (read, cluster) => {
    const { address, forAuthority, forPeople } = read.rule(forwarding, cluster);
    const { https, http } = entryPorts(read, cluster);
    const shown = address.kind === "known" ? address.value : "The public address";
    const row = { word: "forwarding", of: cluster, source: ends.publicAddress(cluster), destination: ends.entry(cluster) } as const;
    const led = `${shown} belongs to a firewall or router; it must lead connections on to the entry of ${clusterName(read, cluster)}`;
    const translated = "Where it translates the destination alone, connections keep the addresses of their callers, and the translation takes the place of this row.";
    const plain = forPeople && entryIn(read, cluster).redirects === true;
    const people: Parameters<typeof flow>[1] = { ...row, refs: ["P1", ...(plain ? ["E2"] as const : [])], ports: plain ? `${https}, ${http}` : https, reason: "People on the internet are led on to the entry", lifetime: "operation", why: `${led}, which has a private ${ledFamily(read, cluster)}address. ${translated}` };
    if (!forAuthority) return [flow(read, people), ...stillToFormer(read, cluster, people, (former) => `${former.https}, ${former.http}`)];
    // The port of challenges has a row of its own, which stands before anybody says whether people come as well.
    const challenge: Parameters<typeof flow>[1] = { ...row, refs: [...(plain ? ["E2"] as const : []), "E1"], ports: http, reason: `Challenges${plain ? " and people on the internet" : ""} are led on to the entry`, lifetime: "installation and operation", why: `${led}, at every issue and renewal, where cert-manager answers them${plain ? ", and for browsers that begin without TLS" : ""}. ${translated}` };
    const secured: Parameters<typeof flow>[1] = { ...people, refs: ["P1"], word: "forwarding-people", ports: https };
    return [
      flow(read, challenge),
      ...stillToFormer(read, cluster, challenge, (former) => former.http),
      ...(forPeople ? [flow(read, secured), ...stillToFormer(read, cluster, secured, (former) => former.https)] : []),
    ];
  },
});
