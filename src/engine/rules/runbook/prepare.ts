import { access } from "../../answers/chapters/access.ts";
import { network } from "../../answers/chapters/network.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { newSecrets } from "../../answers/chapters/new-secrets.ts";
import { bringsSecrets } from "../access/new-secrets.ts";
import { project } from "../../answers/chapters/project.ts";
import { releaseArchive } from "../../facts/images.ts";
import { toolingImage } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { besideContainer } from "../access/tools.ts";
import { placeName, releaseIn, runsAlready } from "../basics/platform.ts";
import { encryptedFiles } from "./encrypted-files.ts";
import { sites } from "../firewall/sites.ts";
import { aroundWorkplace, noProxySoFar } from "../internet/no-proxy.ts";
import { proxyUrl } from "../internet/proxy-url.ts";
import { bastionPlaces, foldersOfOthers, workOn, workplaces } from "./bastions.ts";
import { carriedImage } from "./carried-image.ts";
import { excludedLines } from "./kept-files.ts";
import { installerVersion, listsPlaceholders, type StepRule } from "./step.ts";
import { releaseIsCarried } from "../internet/offline.ts";
import { replacesDex, tokenIssuer } from "../identity/token-issuer.ts";

/** Unpacks the archive of the release beside the working copy, and lets the shell and the installer find it there. */
function archiveLines(read: Reader): readonly string[] {
  const version = installerVersion(read);
  const names = read.fact(releaseArchive);
  const named = (text: string) => text.replaceAll("{version}", version);
  const archive = named(names[read.answer(project.plan.edition)]);
  const folder = `../kkp-${version}`;
  const carried = releaseIsCarried(read);
  if (!carried) read.need(...read.subjects("place").map((place) => [network.place.internet, place] as const));
  const unpack = carried ? `tar -xzf ../${archive} -C ${folder}` : `curl -fsSL ${named(names.folder)}${archive} | tar -xz -C ${folder}`;
  return [`mkdir -p ${folder}`, unpack, `export PATH="$PWD/${folder}:$PATH" KUBERMATIC_CHARTS_DIRECTORY="$PWD/${folder}/charts"`];
}

/** What the lines that lead to the proxy say while a part of them is still to come; a sentence or more with a blank before it. */
function placeholdersIn(read: Reader, lines: readonly string[]): string {
  const text = lines.join("\n");
  const later = !runsAlready(read) && text.includes("endpoint of kubeone_api");
  return [
    ...((later ? /<fill-in: (?!endpoint of kubeone_api)/ : /<fill-in: /).test(text) ? ["What stands as <fill-in: what> in the line of the proxy is put in before it is run."] : []),
    ...(later ? ["The endpoint of kubeone_api is known once Terraform has made the machines: until then its placeholder stays in NO_PROXY."] : []),
  ].map((sentence) => ` ${sentence}`).join("");
}

/** Leads tools on a bastion behind the proxy of its place to the internet, and past it to everything of the site; a machine of the engineers stands elsewhere. */
function proxyOf(read: Reader, place: string, clusters: readonly string[], elsewhere: readonly string[] = []): string | undefined {
  if (read.optional(network.place.internet, place) !== "proxy") return undefined;
  const proxy = quote(proxyUrl(read, place));
  const direct = [...new Set([...noProxySoFar(read, clusters, elsewhere), ...read.rule(aroundWorkplace)])].join(",");
  return `export HTTP_PROXY=${proxy} HTTPS_PROXY=${proxy} NO_PROXY=${quote(direct)}`;
}

/** The proxy of each bastion on which the work is done; where there are several, each takes that of its own place and no other. */
function proxyLines(read: Reader): readonly string[] {
  if (!read.subjects("place").some((place) => read.optional(network.place.internet, place) === "proxy")) return [];
  const [first, ...elsewhere] = workplaces(read);
  if (first === undefined) return [];
  // Where each place has a bastion, machines and infrastructure of a place are open to that one alone.
  const [all, near] = [read.subjects("cluster"), read.rule(sites).get(first)?.clusters ?? []];
  const apart = bastionPlaces(read).length > 0;
  const here = proxyOf(read, first, apart ? near : all, apart ? all.filter((cluster) => !near.includes(cluster)) : []);
  if (elsewhere.length === 0) return here === undefined ? [] : [here];
  const own = (place: string, line: string | undefined) => (line === undefined ? [] : [`[ "$BASTION" != ${quote(placeName(read, place))} ] || ${line}`]);
  const lines = [...own(first, here), ...elsewhere.flatMap((place) => own(place, proxyOf(read, place, read.rule(sites).get(place)?.clusters ?? [])))];
  return lines.length === 0 ? [] : ['export BASTION="${BASTION:?the place of this bastion, as this step names it}"', ...lines];
}

/** The step with which every runbook begins. */
export const WORKPLACE = "step.workplace";

/** The working copy and the tools; what is asked of the programs follows from all other steps. */
export const workplace: StepRule = rule({
  id: "runbook.workplace",
  title: "Step: working copy and tools",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.code.installer"],
  derive: (read) => {
    read.need([access.plan.repository], [access.plan.bastion], [access.plan.secretStore]);
    const repository = read.answer(access.plan.repository);
    const opened = encryptedFiles(read, repository);
    const copy = repository.toLowerCase() === "none" ? "mkdir -p platform" : `git clone -- ${quote(repository)} platform`;
    const beside = besideContainer(read);
    const found = beside.length === 0 ? "" : ` The image lacks ${listed(beside)}: install ${beside.length === 1 ? "it" : "them"} on the machine beside the container, where the commands that call ${beside.length === 1 ? "it" : "them"} are run.`;
    const container = read.answer(operations.plan.toolset) === "container" ? `All tools but ${listed(["the installer", ...beside])} run in ${read.fact(toolingImage)}.${found} ` : "";
    const carried = releaseIsCarried(read) ? "The archive of the release was carried here and lies beside the folder. " : "";
    const where = workOn(read);
    const proxies = proxyLines(read);
    return [
      {
        id: WORKPLACE,
        title: "Prepare the working copy and the tools",
        text: `${where}${container}${container === "" ? "" : carriedImage(read)}${carried}The checklist is done. The first command prints each program that is missing${container === "" ? "" : " in the container"}. All commands below run in the folder platform; each cluster has a folder of its own in it. A new shell needs the lines with export again. Charts of the archive hold those that they stand on, so the installer is told by --skip-dependencies to load none from their repositories. Secrets come from the secret store and are never committed${opened.text}${placeholdersIn(read, proxies)}`,
        commands: [...proxies, copy, "cd platform", ...foldersOfOthers(read), ...opened.commands, ...excludedLines(read), ...archiveLines(read), "kubermatic-installer version"],
        from: read.cell,
        why: `The installer must answer ${installerVersion(read)}: it installs its own release and no other.`,
      },
    ];
  },
});

/** What stands in the files in place of values, each form once. */
const KEPT = "<KEEP:name> stands for a secret that the installed platform uses: its value comes from the secret store, where it has that name, or from the files that are there, and a new one is made only where the platform has none. <fill-in: what> stands for what somebody hands over. The command prints every placeholder that is left; go on when it prints nothing. The same search stands before each command of a later step that hands such a file over, and runs it only where nothing is printed.";
const TO_MAKE = "<GENERATE:name> stands for a secret that is new with this upgrade: the table of secrets has the command that makes it, and the first command lists these.";
const PLACEHOLDERS = "<GENERATE:name> stands for a secret that you make: the table of secrets has its name and the command, and the value goes into the secret store under that name before it goes into a file. <fill-in: what> stands for what somebody hands over. The first command lists what is still to be made, the last prints every placeholder that is left; go on when it prints nothing. The same search stands before each command of a later step that hands such a file over, and runs it only where nothing is printed.";

/** The two files that describe the platform. */
export const configuration: StepRule = rule({
  id: "runbook.configuration",
  title: "Step: configuration files",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.install-ee", "kkp.code.example-values"],
  derive: (read) => {
    const domain = read.answer(project.plan.domain);
    const { id, entry, dashboardFlow, severalValues } = releaseIn(read);
    const enterprise = read.answer(project.plan.edition) === "EE";
    const upgrade = runsAlready(read);
    const made = !upgrade || read.answer(newSecrets.plan.newSecrets).some(bringsSecrets);
    const apart = severalValues ? " Secrets may stand in a file of their own, such as values-secrets.yaml, given as a last --helm-values: maps are merged, lists replaced as a whole." : "";
    const outside = replacesDex(read);
    const route = entry.suppliedCertificate === "single" && !outside ? ` values.yaml repeats the domain as httpRoute.domain, which has no default.` : "";
    return [
      {
        id: "step.configuration",
        title: upgrade ? `Adapt kubermatic.yaml and values.yaml to KKP ${id}` : "Write kubermatic.yaml and values.yaml",
        text: `kubermatic.yaml and values.yaml hold the fields of the table of settings. spec.ingress.domain${outside ? "" : ", the Dex issuer"} and all redirect URIs carry ${domain}.${outside ? ` values.yaml needs no block dex: ${read.rule(tokenIssuer).title} signs the tokens, and Dex is not installed.` : ""}${route} The dashboard logs in as client ${dashboardFlow.client}.${enterprise ? " The pull secret goes into spec.imagePullSecret." : ""} ${!upgrade ? PLACEHOLDERS : made ? `${KEPT} ${TO_MAKE}` : KEPT}${apart}`,
        commands: [...(made ? ["grep -ohE '<GENERATE:[^>]*>' kubermatic.yaml values.yaml | sort -u"] : []), listsPlaceholders("kubermatic.yaml", "values.yaml")],
        from: read.cell,
        why: `The installer stops when a key of ${domain} is missing, but it takes a placeholder for a real secret.`,
      },
    ];
  },
});
