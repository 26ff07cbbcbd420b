import type { Plan } from "../../src/engine/index.ts";

type Item = Plan["checklist"][number];

/** What words of a proof take in hand, and the items that bring it. */
interface Use {
  readonly words: RegExp;
  readonly items: RegExp;
  /** Items whose words mean something else: a thing that they bring themselves, or one that is no item. */
  readonly but?: RegExp;
}

const ACCOUNT = /^todo\.account\.(?!secret-store|repository|managed-service|ssh-key|pull-secret|alerts|zone|external-dns|issuer|registry-push|backup|mla-store|metering|user-cluster-backups)/;

/** Proofs that dial: from a network of the plan, on a machine or in a pod that stands there. */
const FROM_NETWORK = String.raw`node network|network of (?:each source|KubeLB's nodes)|a network of the nodes|test machine|[Ff]rom a machine (?:in|beside)|[Oo]n a machine (?:in|beside|that starts)|beside the workers|from a pod of|pod with a test image|machine of the node network`;
const DIALS = new RegExp(String.raw`^(?=[^]*(?:\`(?:dig|openssl s_client|ldapsearch|nc -vz|aws s3|crictl pull|curl|timedatectl)\b|package manager (?:installs|finds)|pod with a test image|image can be pulled))(?=[^]*(?:${FROM_NETWORK}))`);
/** Those that find by a name what they dial, or look one up. */
const BY_NAME = new RegExp(String.raw`^(?=[^]*(?:\`dig |\`crictl pull|https://[a-z]|-connect [a-z]))(?=[^]*(?:${FROM_NETWORK}))`);

/** A row that shows as closed, the metadata of a machine itself, what is tried once the platform stands, images, whose hosts an upgrade opens no row to, and a KubeLB that runs already, dialled inside its own network. */
const BY_NO_ROW = /^todo\.(?:ssh-sources|openstack-metadata|root-clients|example-rules|node-to-node|images$|kubelb-cluster$)/;

/** Items that bring credentials say how these are shown; an account is no use of itself. */
const USES: readonly Use[] = [
  { words: /\bsecret store\b/i, items: /^todo\.access\.secret-store$/ },
  { words: /\brepository\b/, items: /^todo\.access\.repository$/, but: /^todo\.(?:profiles)/ },
  { words: /\bprepared (?:user|account|keys?|login)\b|\bto the (?:access key|service principal|service account)\b|account of (?:the tenants|KubeOne)|[Ww]ith (?:the|each) account\b/, items: ACCOUNT },
  { words: /\bprepared token\b/, items: /^todo\.account\.(?:tenants-)?[a-z-]+-token\[/ },
  { words: /through the bastion/, items: /^todo\.access\.bastion\[/ },
  { words: /KubeOne's key|`ssh` (?:reaches|opens a session with sudo)/, items: /^todo\.account\.ssh-key\[/ },
  { words: /\bwith the pull secret\b/, items: /^todo\.account\.pull-secret$/ },
  { words: /\bmirror workstation\b/, items: /^todo\.mirror-host$/ },
  { words: /in the KubeVirt cluster|pod of the KubeVirt cluster|of the KubeVirt cluster shows/, items: /^todo\.kubevirt-cluster\[/ },
  { words: /of the Tinkerbell cluster/, items: /^todo\.tinkerbell-cluster\[/ },
  { words: /--ca-bundle store-root\.crt/, items: /^todo\.store-root$/ },
  { words: /with the bind user|`ldapsearch` with the filter/, items: /^todo\.preparation\.ldap\.bind-user$/ },
  { words: /(?:ID token|user info) of a test user/i, items: /^todo\.preparation\.(?:.+\.)?client(?:\.|$)/ },
  { words: /[Tt]he clients? .*at .* lists? /, items: /^todo\.preparation\..+\.client$/ },
  { words: /\baccount that writes them\b/, items: /^todo\.account\.external-dns$/ },
  { words: /test machine from the template/, items: /^todo\.vsphere-template\[/ },
  { words: /seed\.yaml names|^In (?:main|network_security)\.tf/, items: /^todo\.access\.repository$/ },
  { words: DIALS, items: /^todo\.(?:firewall-flows|external-hosts)$/, but: BY_NO_ROW },
  { words: /`terraform plan`/, items: /^todo\.tools$/ },
];

/** Items that rest on another: those that an account opens, and what is opened by one alone. */
const OPENED: readonly (readonly [account: RegExp, opened: RegExp])[] = [
  [/^todo\.account\.zone$/, /^todo\.zone$/],
  [/^todo\.account\.external-dns$/, /^todo\.zone$/],
  [/^todo\.account\.backup-store$/, /^todo\.store-further$/],
  [/^todo\.account\.mla-store$/, /^todo\.store-mla$/],
  [/^todo\.account\.metering$/, /^todo\.store-metering$/],
  [/^todo\.account\.user-cluster-backups$/, /^todo\.store-user-clusters$/],
  [/^todo\.account\.registry-push$/, /^todo\.mirror-registry$/],
  [/^todo\.access\.service-/, /^todo\.account\.managed-service$/],
];

/** Ids of everything that an item waits for, however far. */
export function waitedFor({ checklist }: Pick<Plan, "checklist">, id: string): ReadonlySet<string> {
  const items = new Map(checklist.map((item) => [item.id, item]));
  const seen = new Set<string>();
  const look = (at: string): void => {
    const { dependsOn = [], shownWith = [] } = items.get(at) ?? {};
    for (const before of [...dependsOn, ...shownWith]) {
      if (seen.has(before)) continue;
      seen.add(before);
      look(before);
    }
  };
  look(id);
  return seen;
}

const placeOf = (id: string): string | undefined => /\[(.+)\]$/.exec(id)?.[1];

/** Of items that could be meant, those of the same subject where there are any. While answers are missing, one that is meant may not be on the list yet, so that others say nothing. */
function meant(item: Item, could: readonly Item[], complete: boolean): readonly Item[] {
  const subject = placeOf(item.id);
  const same = could.filter(({ id }) => placeOf(id) !== undefined && placeOf(id) === subject);
  const any = could.filter(({ id }) => subject === undefined || placeOf(id) === undefined || complete);
  return same.length > 0 ? same : any;
}

/** What Terraform's own network leaves to the runbook, or to a machine elsewhere that reaches the mirror: nothing else stands from which the proof could be made before. While answers are missing, nobody knows where that is. */
const isLeft = ({ id, verify, dependsOn }: Item, complete: boolean): boolean => (!complete || verify.includes("which Terraform makes, it is tried") || id === "todo.mirror-packages") && !dependsOn.some((one) => NETWORK.test(one));

/** Whether everything is answered, and names places that there are. */
const isWhole = ({ openPoints, findings }: Plan): boolean => openPoints.length === 0 && !findings.some(({ check }) => check === "platform.unknown-reference");

const NETWORK = /^todo\.(?:node-network|worker-network|tenant)\[/;

/** Items that dial by a name in a network, before somebody has seen that the name servers of its place answer there. */
function namedTooEarly(plan: Plan): readonly string[] {
  const listed = new Set(plan.checklist.map(({ id }) => id));
  return plan.checklist.filter(({ id, verify }) => BY_NAME.test(verify) && !BY_NO_ROW.test(id)).flatMap(({ id, verify, dependsOn }) => {
    const before = waitedFor(plan, id);
    const servers = dependsOn.filter((one) => one.startsWith("todo.node-network[")).map((one) => one.replace("node-network", "name-and-time"));
    return servers.filter((one) => listed.has(one) && !before.has(one)).map((one) => `${id} before ${one}: ${verify}`);
  });
}

/** Items whose proof takes something in hand that another item of the plan brings, and that do not come after it. */
export function usedTooEarly(plan: Plan): readonly string[] {
  return [...namedTooEarly(plan), ...plan.checklist.flatMap((item) => {
    const before = waitedFor(plan, item.id);
    const missed = (items: RegExp): boolean => {
      if (items.test(item.id)) return false;
      const could = meant(item, plan.checklist.filter(({ id }) => items.test(id)), plan.openPoints.length === 0);
      return could.length > 0 && !could.some(({ id }) => before.has(id));
    };
    const used = USES.filter(({ words }) => words !== DIALS || !isLeft(item, isWhole(plan))).filter(({ words, but }) => words.test(item.verify) && but?.test(item.id) !== true).filter(({ items }) => missed(items)).map(({ items }) => items);
    const opened = OPENED.filter(([account, on]) => account.test(item.id) && missed(on)).map(([, on]) => on);
    return [...used, ...opened].map(({ source }) => `${item.id} before ${source}: ${item.verify}`);
  })];
}

/** Items that wait for themselves. */
export const ringsOf = (plan: Pick<Plan, "checklist">): readonly string[] => plan.checklist.flatMap(({ id }) => (waitedFor(plan, id).has(id) ? [id] : []));
