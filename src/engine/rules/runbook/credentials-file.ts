import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { StepFile } from "../../plan/parts/work.ts";
import type { CredentialLine } from "../../providers/contract/kubeone/credentials.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { providerOf } from "../../providers/registry.ts";
import { balancersAt } from "../basics/at-place.ts";
import { madeByTerraform } from "../basics/example-network.ts";
import { platformDual } from "../basics/families.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { writtenName } from "../basics/platform.ts";

/** The lines that stand in the file of a cluster. */
function linesIn(read: Reader, lines: readonly CredentialLine[], cluster: string, place: string): readonly string[] {
  return lines.flatMap((line) => {
    if (typeof line === "string") return line;
    const stands = line.only === "both-families" ? platformDual(read) : balancersAt(read, providerOf(read.answer(infrastructure.cluster.provider, cluster)), { kind: "known", value: place }) !== false;
    return stands ? line.line : [];
  });
}

/** The file with what KubeOne hands to cloud controller and storage driver, where the plan knows what stands in it; values stand in double quotes. */
export function credentialsOf(read: Reader, { credentials }: KubeOneSupport, cluster: string): StepFile | undefined {
  if (!credentials) return undefined;
  read.cite(...credentials.sources);
  const place = read.answer(infrastructure.cluster.place, cluster);
  const name = writtenName(read, cluster);
  const words: Readonly<Record<string, string>> = { name, network: writtenName(read, madeByTerraform(read, place)?.first ?? cluster) };
  const value = (key: string): string => {
    const told = words[key] === undefined ? placeAnswer(read, key, place) : { kind: "known" as const, value: words[key] };
    if (told?.kind === "known") return JSON.stringify(told.value).slice(1, -1);
    return `<fill-in: ${providerQuestions.place[key]?.short ?? key}>`;
  };
  return { name: `${name}/credentials.yaml`, language: "yaml", lines: linesIn(read, credentials.lines, cluster, place).map((line) => line.replace(/\{(\w+)\}/g, (_all, key: string) => value(key))) };
}
