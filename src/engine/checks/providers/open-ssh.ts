import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ports } from "../../facts/ports.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Workers whose SSH is open to the world, because KKP makes their security group and makes it so. */
export const openSsh = check({
  id: "providers.open-ssh",
  title: "SSH to workers is open to those who need it",
  severity: "advice",
  per: "plan",
  sources: ["kkp.code.security-groups"],
  examine: (read, _plan, report) => {
    const open = read.subjects("datacenter").filter((id) => {
      const provider = read.optional(infrastructure.datacenter.provider, id);
      const record: Provider | undefined = provider === undefined ? undefined : providerOf(provider);
      return record?.opensSsh !== undefined && read.answer(infrastructure.datacenter.sshSources, id) === "anywhere";
    });
    if (open.length === 0) return;
    const port = read.fact(ports.ssh);
    report({
      title: `Workers take connections on TCP ${port} from anywhere`,
      message: `The security groups that KKP makes for workers of ${listed(open.map((id) => datacenterName(read, id)))} let TCP ${port} in from every address that reaches them. KKP itself opens no SSH to nodes: an agent on each node writes the keys of users.`,
      remedy: `Limit TCP ${port} to source ranges of yours before the first user cluster; the checklist then says by what.`,
      fixes: [{ title: `Limit SSH to source ranges`, set: open.map((id) => ({ path: read.path(infrastructure.datacenter.sshSources, id), value: "limited" })) }],
      answers: open.map((id) => read.path(infrastructure.datacenter.sshSources, id)),
    });
  },
});
