import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ports } from "../../facts/ports.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";

/** Workers whose SSH is open to the world, because KKP makes their security group so. */
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
      return record?.opensSsh !== undefined;
    });
    if (open.length === 0) return;
    const port = read.fact(ports.ssh);
    report({
      title: `Workers take connections on TCP ${port} from anywhere`,
      message: `The security groups that KKP makes for workers of ${open.map((id) => datacenterName(read, id)).join(", ")} let TCP ${port} in from every address that reaches them. KKP itself opens no SSH to nodes: an agent on each node writes the keys of users.`,
      remedy: `Name a security group of yours where the datacenter or the Preset takes one, or filter TCP ${port} on the way to the workers.`,
      answers: open.map((id) => read.path(infrastructure.datacenter.provider, id)),
    });
  },
});
