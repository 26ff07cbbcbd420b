import { access } from "../../answers/chapters/access.ts";
import { network } from "../../answers/chapters/network.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { toolingImage } from "../../facts/storage.ts";
import type { Reader } from "../../kernel/rule.ts";
import { releaseIsCarried } from "../internet/offline.ts";
import { workplaces } from "./bastions.ts";

/** Name of the file in which the tooling image travels. */
const FILE = "kubeone-tooling.tar";

/** Whether the machine from which the installation is run has to be brought its tooling image: `perhaps` where it is one of the engineers, who know what it reaches. */
export function imageIsCarried(read: Reader): "surely" | "perhaps" | undefined {
  if (!releaseIsCarried(read) || read.answer(operations.plan.toolset) !== "container") return undefined;
  if (!read.answer(access.plan.bastion)) return "perhaps";
  return workplaces(read).some((place) => read.answer(network.place.internet, place) === "offline") ? "surely" : undefined;
}

/** How the tooling image gets there before the private registry holds it; sentences with a blank behind them. */
export function carriedImage(read: Reader): string {
  const carried = imageIsCarried(read);
  if (carried === undefined) return "";
  const image = read.fact(toolingImage);
  const how = `\`docker pull ${image}\` and \`docker save -o ${FILE} ${image}\` on the mirror workstation put it into a file, which is carried in with the archive, and \`docker load -i ${FILE}\` takes it from there before anything else`;
  return carried === "surely"
    ? `The bastion loads nothing from the internet, and the private registry holds this image only once it is filled: ${how}. `
    : `Where this machine loads nothing from the internet, the private registry holds this image only once it is filled: ${how}. `;
}
