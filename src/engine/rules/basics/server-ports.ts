import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import type { Question } from "../../answers/question.ts";
import type { DnsService } from "../../dns-services/dns-service.ts";
import type { Issuer } from "../../issuers/issuer.ts";
import type { Reader } from "../../kernel/rule.ts";

function portAt(read: Reader, questions: Readonly<Record<string, unknown>>, key: string): string {
  const question = questions[key] as Question<number> | undefined;
  if (!question) throw new Error(`No record asks ${key}`);
  return String(read.answer(question));
}

/** Port of whatever signs on a server of the customer. */
export const issuerPort = (read: Reader, { portQuestion }: NonNullable<Issuer["endpoint"]>): string => portAt(read, issuerQuestions.plan, portQuestion);

/** Port of the server by which a DNS service is changed. */
export const zonePort = (read: Reader, endpoint: NonNullable<DnsService["endpoint"]>): string =>
  endpoint.portQuestion === undefined ? endpoint.ports : portAt(read, dnsServiceQuestions.plan, endpoint.portQuestion);
