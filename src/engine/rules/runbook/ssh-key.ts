import type { Reader } from "../../kernel/rule.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { sshKeyOf } from "../accounts/installation.ts";
import { clusterName } from "../basics/platform.ts";
import { madeOn } from "./bastions.ts";
import { sshKeyTitle } from "./machine-titles.ts";
import { folderOf, type Step } from "./step.ts";

/** The public key as files in the folder of a cluster name it. */
export const PUBLIC_KEY = "ssh-key.pub";

/** Begins an agent that holds the key from the secret store. */
export const OPEN_AGENT = ['eval "$(ssh-agent -s)"', `printf '%s\\n' "\${SSH_KEY:?private key from the secret store}" | ssh-add -`, "unset SSH_KEY"] as const;

/** Ends the agent, once nothing more enters machines of the cluster. */
export const CLOSE_AGENT = 'eval "$(ssh-agent -k)"';

/** How the key comes from the secret store to KubeOne, to Terraform and to `ssh`, before anything enters a machine. */
export function sshKeyStep(read: Reader, { inputs }: KubeOneSupport, cluster: string): Step {
  read.cite("kubeone.ssh", "kubeone.code.ssh");
  const made = inputs.length > 0;
  const folder = folderOf(read, cluster);
  const name = clusterName(read, cluster);
  const { title, where } = sshKeyOf(read, cluster);
  const logins = made ? "KubeOne, provisioners of Terraform and ssh" : "KubeOne and ssh";
  return {
    id: `step.ssh-key[${cluster}]`,
    title: sshKeyTitle(read, cluster),
    text: `${madeOn(read, cluster)}SSH_KEY holds the SSH private key that the item “${title}: ${where}” has put into the secret store: it goes to an agent of this shell, and into no file and no repository. ${name}/${PUBLIC_KEY} is its public half, which is no secret${made ? " and which Terraform gives the machines" : ""}. ${logins} ask the agent by SSH_AUTH_SOCK, as long as no file names a private key${made ? "" : ": sshPrivateKeyFile of the hosts in kubeone.yaml is left out"}. A new shell needs these lines again before it goes on with ${name}.`,
    commands: [
      `mkdir -p ${folder}`,
      ...OPEN_AGENT,
      `ssh-add -L > ${folder}/${PUBLIC_KEY}`,
    ],
    from: read.cell,
    why: `KubeOne decrypts no private key itself and enters every machine of ${name} over SSH: without an agent that holds this key \`kubeone apply\` stops at the first host.`,
  };
}
