import type { NewThing } from "../../answers/chapters/new-secrets.ts";
import { project } from "../../answers/chapters/project.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import type { RunbookStep } from "../../plan/plan.ts";
import { quote } from "../../values/shell.ts";
import { comesNew, isRunning } from "../basics/new-with-upgrade.ts";
import { installedRelease, releaseIn, runsAlready, writtenName } from "../basics/platform.ts";
import { replacesDex } from "../identity/token-issuer.ts";

/** A step before it is numbered. */
export type Step = Omit<RunbookStep, "order">;

/** Steps of one part of the installation, in order. */
export type StepRule = Rule<readonly Step[]>;

/** Folder of a cluster in the configuration repository, as one shell word. */
export const folderOf = (read: Reader, cluster: string): string => quote(writtenName(read, cluster));

/** Points kubectl and the installer at a cluster. */
export const atCluster = (read: Reader, cluster: string): string => `export KUBECONFIG="$PWD"/${folderOf(read, cluster)}/kubeconfig`;

/** Ends the rule on an upgrade: clusters, storage and load balancers are there already, and so is all that the upgrade does not bring. */
export function onlyInstalling(read: Reader, what?: NewThing): void {
  const before = read.optionalRule(installedRelease);
  if (before && !(what && comesNew(read, what))) read.notApplicable(`KKP ${before.id} is installed already.`);
}

/** What a chart step does: charts of an installed platform are upgraded by the same command. */
export const verb = (read: Reader, what?: NewThing): string => ((what ? isRunning(read, what) : runsAlready(read)) ? "Upgrade" : "Install");

/** The installer with configuration and values of the platform, and whatever flags the case needs. Charts of the archive hold those that they stand on, so it loads none from their repositories. */
export function deploy(stack: string, values: string, flags: readonly (string | false)[] = []): string {
  return ["kubermatic-installer deploy", stack, "--config kubermatic.yaml", `--helm-values ${values}`, "--skip-dependencies", ...flags.filter((flag) => flag !== false)].join(" ");
}

/** A `kubectl create` that may be run again: what is there already is brought up to date. */
export const applied = (create: string): string => `${create} --dry-run=client -o yaml | kubectl apply -f -`;

/** A namespace that may be there already. */
export const namespaced = (namespace: string): string => applied(`kubectl create namespace ${quote(namespace)}`);

/** Prints placeholders of any form in the files behind it. */
const SEARCH = "grep -nE '<[A-Za-z][^<>]*>'";

/** Prints what is still a placeholder, for whoever fills the files in. */
export const listsPlaceholders = (...files: readonly string[]): string => `! ${SEARCH} ${files.join(" ")}`;

/** Runs a line only where its files are there and hold no placeholder, which would be taken for the value. Pasted or in a script, a shell reads on to the end before it runs anything, and stays open. A line of a loop ends the loop as well: what follows there, and the next machine, take what it would have brought. */
export const heldUp = (files: readonly string[], line: string, inLoop = false): readonly string[] => [`if ${SEARCH} ${files.join(" ")}; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false;${inLoop ? " break;" : ""} else`, line, "fi"];

/** A chart of the release's archive that no stack of the installer brings, in a namespace of the same name unless another is given. */
export const chartByHand = (chart: string, values: string, namespace = chart): string => `helm upgrade --install --wait --create-namespace --namespace ${namespace} --values ${values} ${chart} "$KUBERMATIC_CHARTS_DIRECTORY"/${chart}`;

/** cert-manager where the installer brings none: on a Seed, and beside a Gateway of the customer. */
export const certManagerByHand = (values: string): readonly string[] => ['kubectl apply --server-side --force-conflicts -f "$KUBERMATIC_CHARTS_DIRECTORY"/cert-manager/crd/', chartByHand("cert-manager", values)];

/** The flag that a release wants for a Gateway where its own entry is another one; the values must carry it as well. */
export const gatewayFlag = (read: Reader): string | false => {
  const { entry, gatewayEntry } = releaseIn(read);
  return gatewayEntry !== undefined && (entry.own === true || entry.title === gatewayEntry.title) && "--migrate-gateway-api";
};

/** Keeps the installer from bringing Dex where an issuer of the customer takes its place. */
export const withoutDex = (read: Reader): string | false => replacesDex(read) && "--skip-charts dex";

/** Version of the installer: the latest patch of the chosen release. */
export const installerVersion = (read: Reader): string => releaseIn(read).latestPatch;

/** The base domain as one shell word. */
export const domainWord = (read: Reader): string => quote(read.answer(project.plan.domain));
