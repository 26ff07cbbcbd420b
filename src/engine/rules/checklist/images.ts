import { project } from "../../answers/chapters/project.ts";
import { operatorImage } from "../../facts/images.ts";
import { toolingImage } from "../../facts/storage.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { tools } from "../access/tools.ts";
import { releaseIn } from "../basics/platform.ts";
import { imageIsCarried } from "../runbook/carried-image.ts";
import { registryInWords, releaseIsCarried } from "../internet/offline.ts";
import { itemId, itemOf, type Draft, type ItemWords } from "./item.ts";
import { likeNodes } from "./made-network.ts";

/** Tools on the machine from which the installation is run, and the images the nodes pull. */
const toolsAndImages = rule<readonly Draft[]>({
  id: "checklist.tools-and-images",
  title: "Checklist: tools and images",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.install-ee", "kubeone.creating-clusters"],
  derive: (read) => {
    const { id, latestPatch } = releaseIn(read);
    const needed = read.rule(tools).filter(({ id: tool }) => tool !== "tool.container");
    const enterprise = read.answer(project.plan.edition) === "EE";
    const offline = releaseIsCarried(read);
    const image = () => `${read.fact(operatorImage)[enterprise ? "EE" : "CE"]}:v${latestPatch}`;
    const brought = imageIsCarried(read);
    const loaded = brought ? `; \`docker image ls\` lists ${read.fact(toolingImage)}${brought === "perhaps" ? ", where the machine cannot load it itself" : ", which was carried in"}` : "";
    return [
      itemOf(read, "tools", {
        title: `Tools for KKP ${id}: ${needed.map(({ title, id: tool }) => (tool === "tool.installer" ? `${title} ${latestPatch}` : title)).join(", ")}`,
        team: "platform",
        chapter: "project",
        verify: `\`kubermatic-installer version\` prints ${latestPatch}; the first step of the runbook prints no program as missing, and each version that the table of tools names${loaded}`,
        why: `The installer must be of the release it installs, ${id}; another one writes other resources.`,
        ...(brought ? { after: ["mirror-host"] } : {}),
      }),
      read.forRow(itemId("images"), () => itemOf(read, "images", offline ? mirrored(read, enterprise) : {
        title: "Images can be pulled by the nodes",
        team: "platform",
        chapter: "project",
        verify: `On a test machine with containerd ${likeNodes(read)}, \`crictl pull ${image()}\` succeeds${enterprise ? " with the pull secret" : ""}`,
        why: enterprise ? "Images of the Enterprise Edition need the pull secret, and every node must reach the registry." : "Every node must reach the registry.",
        after: ["external-hosts", ...(enterprise ? ["account.pull-secret"] : [])],
      })),
    ];
  },
});

/** The private registry before the runbook fills it: whether nodes reach it and take what it has. */
const mirrored = (read: Reader, enterprise: boolean): ItemWords => ({
  title: "Nodes pull from the private registry",
  team: "platform",
  chapter: "project",
  verify: `The mirror workstation pushes a test image to ${registryInWords(read)}, and \`crictl pull\` of it succeeds on a test machine with containerd and without internet; those of KKP follow by \`mirror-images\` in the runbook`,
  why: enterprise ? "The pull secret is needed on the mirror workstation, which copies the private images; nodes ask the private registry only." : "Nodes ask the private registry only.",
  uses: ["account.registry-push"],
  after: ["mirror-registry", "mirror-host", ...(enterprise ? ["account.pull-secret"] : [])],
});

export const imageItems: readonly Rule<readonly Draft[]>[] = [toolsAndImages];
