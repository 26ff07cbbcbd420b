import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { DatacenterField, Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { capital, listed } from "../../values/sentence.ts";
import { urlHost } from "../../values/url-host.ts";
import { datacenterAnswer, placeAnswer } from "../basics/infrastructure.ts";
import { datacenterName } from "../basics/platform.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";

/** Values that the Seed object must carry for a datacenter, so that nobody looks for them on the day of the installation. */
const fields = rule<readonly Draft[]>({
  id: "checklist.datacenter-fields",
  title: "Checklist: fields of the datacenter",
  per: "datacenter",
  sources: ["kkp.code.datacenter"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const needed = provider.datacenterFields.filter(({ field }) => !field.includes("{}"));
    if (needed.length === 0) return read.notApplicable(`Datacenters on ${provider.title} have no field that must be filled.`);
    const name = datacenterName(read, datacenter);
    const values = needed.map(({ form = "{value}", ...field }) => [field.field, valueOf(read, field, datacenter), form] as const);
    const known = values.flatMap(([field, value, form]) => (value?.kind === "known" ? [`the file seed.yaml names ${form.replace("{value}", form.includes("://{value}") ? urlHost(value.value) : value.value)} as ${field}`] : []));
    const asked = values.flatMap(([field, value]) => (value?.kind === "known" ? [] : [field]));
    const ask = asked.length === 0 ? "" : `the infrastructure team states ${listed(asked)} in writing`;
    return [
      itemOf(read, `datacenter-fields[${datacenter}]`, {
        title: `Fields of ${name} in its Seed: ${needed.map(({ field }) => field).join(", ")}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: capital([...known, ...(ask === "" ? [] : [ask])].join("; ")),
        why: reasonOf(name, needed),
        blockedBy: openIn(...values.flatMap(([, value]) => (value ? [value] : []))),
      }),
    ];
  },
});

/** Why nobody may leave a field out: the Seed refuses the datacenter, or takes it and something is missing later. */
function reasonOf(name: string, fields: readonly DatacenterField[]): string {
  const later = fields.flatMap(({ without }) => (without === undefined ? [] : [without]));
  const refused = fields.length > later.length ? [`The Seed refuses ${name} while one of ${later.length === 0 ? "them" : listed(fields.flatMap(({ field, without }) => (without === undefined ? [field] : [])))} is missing, since no machine of it could be created.`] : [];
  return [...refused, ...(later.length === 0 ? [] : [`The Seed takes ${name} without ${refused.length > 0 ? "the others" : "them"}, but then ${listed(later)}.`])].join(" ");
}

function valueOf(read: Reader, { question }: DatacenterField, datacenter: string): Value<string> | undefined {
  if (!question) return undefined;
  if (question.subject === "datacenter") return datacenterAnswer(read, question.key, datacenter);
  const place = read.maybe(infrastructure.datacenter.place, datacenter);
  return place.kind === "known" ? placeAnswer(read, question.key, place.value) : place;
}

export const datacenterFieldItems: readonly Rule<readonly Draft[]>[] = [fields];
