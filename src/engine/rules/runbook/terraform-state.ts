import type { Reader } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";

/** Where what Terraform knows of its machines lies, which every later apply starts from; a sentence or more with a blank before it. */
export function stateOf(read: Reader, cluster: string): string {
  return ` ${clusterName(read, cluster)}/terraform.tfstate tells Terraform which machines it has made: it goes into the secret store after each apply and comes from there before the next one, since it holds values in the clear, in which form no Git takes it. Where a shared backend of yours keeps states encrypted, a block backend in the files leads there instead.`;
}
