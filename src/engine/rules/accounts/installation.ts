import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import { operatorImage } from "../../facts/images.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { platformWorkers, usesTerraform } from "../basics/provisioning.ts";

/** Pull secret of the Enterprise Edition. */
export const pullSecret = rule<readonly AccountRow[]>({
  id: "accounts.pull-secret",
  title: "Pull secret of the Enterprise Edition",
  per: "plan",
  sources: ["kkp.install-ee"],
  derive: (read) => {
    if (read.answer(project.plan.edition) === "CE") return read.notApplicable("The images of the Community Edition are public.");
    return [
      {
        id: "account.pull-secret",
        title: "Pull secret of the Enterprise Edition",
        where: "quay.io, handed out by Kubermatic",
        permissions: ["Pull the images of the Enterprise Edition"],
        fields: ["imagePullSecret"],
        proof: `where its text is the config.json of the folder that \`docker --config\` names, \`docker manifest inspect ${read.fact(operatorImage).EE}:v${releaseIn(read).latestPatch}\` prints the manifest of an image that nobody sees without it`,
        team: "platform",
        from: read.cell,
        why: "Without it the operator of the Enterprise Edition does not start.",
      },
    ];
  },
});

/** What the account is called, and which machines it is for. */
export const sshKeyOf = (read: Reader, cluster: string): { readonly title: string; readonly where: string } => ({
  title: "SSH key pair and user with sudo",
  where: `Control-plane machines${read.rule(platformWorkers, cluster) === "static" ? " and listed workers" : ""} of ${clusterName(read, cluster)}`,
});

/** Key pair with which KubeOne enters the machines of a cluster. */
export const sshKey = rule<readonly AccountRow[]>({
  id: "accounts.ssh-key",
  title: "SSH key for the machines",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const name = clusterName(read, cluster);
    const listed = read.rule(platformWorkers, cluster) === "static";
    return [
      {
        id: `account.ssh-key[${cluster}]`,
        ...sshKeyOf(read, cluster),
        permissions: [`SSH to every control-plane machine${listed ? " and every listed worker" : ""}`, "sudo without password"],
        fields: ["SSH private key", "ssh_username"],
        proof: `\`ssh-keygen -y\` prints from the private key the public one that ${usesTerraform(read, cluster) ? `the machines get when they are made${listed ? " or handed over" : ""}` : "stands in authorized_keys of that user, and `ssh` with it runs `sudo -n true` on each machine without a question"}`,
        team: "security",
        from: read.cell,
        why: `KubeOne builds ${name} over SSH and needs it again for every upgrade.`,
      },
    ];
  },
});
