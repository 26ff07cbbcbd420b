import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { network } from "../answers/chapters/network.ts";
import { project } from "../answers/chapters/project.ts";
import { check, type Report } from "../kernel/check.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import type { Reader } from "../kernel/rule.ts";
import type { Provider } from "../providers/contract/index.ts";
import { providerOf } from "../providers/registry.ts";
import { accountOfManagement } from "../rules/basics/management-accounts.ts";
import { userOfManagement } from "../rules/basics/shared-user.ts";
import { clusterName, datacenterName, placeName } from "../rules/basics/platform.ts";
import { listed, withArticle } from "../values/sentence.ts";
import { sites } from "../rules/firewall/sites.ts";
import { workersStandSoFar } from "../rules/basics/made-networks.ts";

const LEAKED = "a leaked credential of a tenant reaches the management";

/** One thing that tenants and management share: whose machines it holds, and the answers that say so, first the one to change. */
interface Shared {
  readonly what: string;
  readonly risk: string;
  readonly clusters: readonly string[];
  readonly paths: readonly [AnswerPath, ...AnswerPath[]];
  readonly remedy: string;
  readonly value?: string | boolean;
}

/** Tenants' workers in the network of the management, made with its user, or in the project of its machines: one finding for a datacenter with any. */
export const sharedManagement = check({
  id: "topology.shared-management",
  title: "Management and tenants apart",
  severity: "warning",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    const places = read.rule(sites);
    for (const datacenter of read.subjects("datacenter")) {
      const place = read.optional(infrastructure.datacenter.place, datacenter);
      if (place === undefined) continue;
      const finding = findingFor(read, datacenter, place, places.get(place)?.clusters ?? []);
      if (finding) report(finding);
    }
  },
});

function findingFor(read: Reader, datacenter: string, place: string, clusters: readonly string[]): Report | undefined {
  const answered = read.optional(infrastructure.datacenter.provider, datacenter);
  const provider: Provider | undefined = answered === undefined ? undefined : providerOf(answered);
  const { soleNetwork, sharedUser }: Partial<Provider> = provider ?? {};
  const shared: Shared[] = [];
  const block = read.optional(network.place.nodeNetwork, place);
  // A trial is thrown away before tenants come; whose credentials it uses is a matter for the other half.
  const trial = read.optional(project.plan.purpose) === "proof-of-concept";
  if (!trial && clusters.length > 0 && workersStandSoFar(read, datacenter) === "node-network") {
    shared.push({
      what: block === undefined ? "one network" : `one network (${block})`,
      risk: "who breaks into a worker stands beside the control planes",
      clusters,
      paths: [read.path(network.datacenter.workersIn, datacenter)],
      ...(soleNetwork ? { remedy: "put the datacenter in a place of its own, whose node network is another one" } : { remedy: "give the workers a network of their own", value: "own-network" }),
    });
  }
  const user = userOfManagement(read, datacenter);
  if (sharedUser && user) {
    shared.push({
      what: `one ${sharedUser.title}`,
      risk: LEAKED,
      clusters,
      paths: [read.path(user.question, datacenter)],
      remedy: `use ${withArticle(sharedUser.title)} of the tenants' own`,
      value: false,
    });
  }
  const account = provider && accountOfManagement(read, provider, datacenter);
  if (account) {
    shared.push({
      what: `one ${account.title} (${account.name})`,
      risk: LEAKED,
      clusters: account.clusters,
      paths: [account.path, ...account.paths],
      remedy: `use ${withArticle(account.title)} of the tenants' own`,
    });
  }
  if (shared.length === 0) return undefined;
  const what = listed(shared.map((part) => part.what));
  const name = datacenterName(read, datacenter);
  const held = [...new Set(shared.flatMap((part) => part.clusters))];
  const managed = listed(held.map((cluster) => clusterName(read, cluster)));
  const there = [...new Set(held.map((cluster) => read.optional(infrastructure.cluster.place, cluster) ?? place))];
  const risk = shared.map((part) => part.risk).join(", and ");
  const remedy = shared.map((part) => part.remedy).join(", and ");
  return {
    key: datacenter,
    title: `Management and tenants share ${listed(shared.map((part) => part.what.replace(/ \(.*/, "")))} at ${name}`,
    message: `Workers of ${name} and the machines of ${managed === "" ? "the management" : managed} in ${listed((there.length === 0 ? [place] : there).map((id) => placeName(read, id)))} share ${what}. ${risk.charAt(0).toUpperCase()}${risk.slice(1)}.`,
    remedy: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}; it is hard to change once user clusters run.`,
    // Only both answers together end it.
    fixes: shared.every(({ value }) => value !== undefined) ? [{ title: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`, set: shared.flatMap(({ paths: [path], value }) => (value === undefined ? [] : [{ path, value }])) }] : [],
    answers: shared.flatMap(({ paths }) => paths),
  };
}
