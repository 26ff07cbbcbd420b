import { backup } from "../../answers/chapters/backup.ts";
import { metering } from "../../answers/chapters/metering.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Question } from "../../answers/question.ts";
import { isSharedStore } from "../../answers/shared-store.ts";
import { ports } from "../../facts/ports.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { urlHost } from "../../values/url-host.ts";

/** Questions for the port of a store, by the question for its address. */
const PORTS: ReadonlyMap<Question<string>, Question<number>> = new Map([
  [storage.cluster.s3Endpoint, storage.cluster.s3Port],
  [backup.plan.store, backup.plan.storePort],
  [observability.plan.objectStoreAddress, observability.plan.objectStorePort],
  [metering.plan.meteringStore, metering.plan.meteringPort],
]);

/** Port of the store that a question asks for; one that everybody uses has that of HTTPS, and nobody is asked for it. */
export function storePort(read: Reader, question: Question<string>, subject?: string): string {
  const port = PORTS.get(question);
  return port === undefined || isSharedStore(read.optional(question, subject)) ? read.fact(ports.s3) : String(read.answer(port, subject));
}

/** A store as URLs carry it behind their scheme: with its port, unless that is the one of HTTPS. */
export function storeInUrl(read: Reader, question: Question<string>, subject?: string): Value<string> {
  const host = read.maybe(question, subject);
  if (host.kind !== "known") return host;
  const port = storePort(read, question, subject);
  return known(`${urlHost(host.value)}${port === ports.s3.value ? "" : `:${port}`}`);
}
