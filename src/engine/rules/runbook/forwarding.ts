import { rule, type Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { urlHost } from "../../values/url-host.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { ledFamily } from "../addresses/second-reach.ts";
import { gatewayOf, serviceNamespace } from "../basics/entry-names.ts";
import { clusterName, entryIn, masterCluster } from "../basics/platform.ts";
import { isHandedOut } from "../checklist/item.ts";
import { forwarding } from "../firewall/forwarding.ts";
import { atCluster, onlyInstalling, type Step, type StepRule } from "./step.ts";

/** Leads a public address on to an entry whose own address nobody knew before the installation. */
function forwardingStep(read: Reader, cluster: string): readonly Step[] {
  onlyInstalling(read);
  const { address, forAuthority, forPeople } = read.rule(forwarding, cluster);
  if (!isHandedOut(read.rule(entryAddress, cluster).address)) return read.notApplicable("The address of the entry is fixed, so the forwarding is there before the installation.");
  const front = entryIn(read, cluster);
  const { title, redirects } = front;
  const gateway = gatewayOf(read, front);
  const led = forPeople ? (redirects || forAuthority ? "443 and 80" : "443") : "80";
  const over = ledFamily(read, cluster) === "" ? "" : " over IPv4";
  const shown = address.kind === "known" ? address.value : "the public address";
  const entry = read.optionalRule(masterCluster) === cluster ? "the platform entry" : `the entry of ${clusterName(read, cluster)}`;
  return [
    {
      id: `step.forwarding[${cluster}]`,
      title: `Lead ${shown} on to ${entry}`,
      text: `The last command prints the address that ${title} just got; the network team leads TCP ${led} of ${shown} to it. ${led === "443" ? `From the internet, \`nc -vz ${urlHost(shown)} 443\` then connects.` : `\`curl -I\` of http://${urlHost(shown)} from the internet then gets an answer, whatever it says.`}`,
      commands: [
        atCluster(read, cluster),
        gateway ? `kubectl -n ${quote(gateway.namespace)} get gateway ${quote(gateway.name)} -o jsonpath='{.status.addresses[0].value}'` : `kubectl -n ${quote(serviceNamespace(read, front))} get services`,
      ],
      from: read.cell,
      why: `${forAuthority ? (over === "" ? "Without it no name is proved, and no certificate is issued" : "Without it no challenge gets through that fails over IPv6") : `Without it people on the internet reach nothing${over}`}; nobody could set it up before the address was there.`,
    },
  ];
}

/** Of the platform entry, before anybody looks its names up. */
export const masterForwarding: StepRule = rule({
  id: "runbook.forwarding",
  title: "Step: forwarding to the platform entry",
  per: "plan",
  sources: ["letsencrypt.challenges", "kkp.install-ce"],
  derive: (read) => forwardingStep(read, read.rule(masterCluster)),
});

/** Of a Seed apart from the master, before its issuer asks. */
export const seedForwarding: StepRule = rule({
  id: "runbook.seed-forwarding",
  title: "Step: forwarding to the Seed's entry",
  per: "cluster",
  sources: ["letsencrypt.challenges"],
  derive: (read, cluster) => (read.rule(masterCluster) === cluster ? read.notApplicable("The platform entry has its forwarding already.") : forwardingStep(read, cluster)),
});

/** What leads the internet on to an entry changes in the step that moves its names, and in no other: nothing answers at the new address before. */
export const ledOn = (read: Reader, cluster: string): string =>
  read.optionalRule(forwarding, cluster) === undefined ? "" : `The forwarding from the public address to ${clusterName(read, cluster)} changes at the same moment. `;
