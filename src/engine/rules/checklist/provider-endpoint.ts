import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { hostsOf } from "../firewall/provider-hosts.ts";
import { knownIds } from "../firewall/subjects.ts";
import { openIn } from "./item.ts";

/** The answer about the provider's own API at a place, where it is asked and still open. */
export function openPathsOf(read: Reader, provider: Provider, place: string | undefined): readonly AnswerPath[] {
  if (!provider.api || place === undefined || !read.rule(knownIds).places.has(place)) return [];
  return openIn(...hostsOf(read, provider.api, place));
}
