import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import type { AccountNeed } from "../../providers/contract/credentials.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { permissionsAt } from "../basics/at-place.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { releaseIn } from "../basics/platform.ts";

/** For what an account is there: the name of the cluster that KubeOne `builds` with it, and whether user clusters are `given` it. */
interface Uses {
  readonly builds: string | undefined;
  readonly given: boolean;
  /** Whether user clusters use file shares with it as well. */
  readonly shares: boolean;
}

/** Rights in user clusters of the installed release. */
const rightsIn = (read: Reader, { inUserClusters = [] }: AccountNeed): readonly string[] => inUserClusters.flatMap((one) => (typeof one === "string" ? one : one.releases.includes(releaseIn(read).id) ? one.right : []));

/** Rows of a provider's accounts for one place. */
export function rowsOf(read: Reader, provider: Provider, idOf: (account: AccountNeed) => string, where: string, place: Value<string>, useOf: (account: AccountNeed) => string, fieldsOf: (account: AccountNeed) => readonly string[], { builds, given, shares }: Uses): readonly AccountRow[] {
  read.cite(...provider.sources);
  const rowOf = (account: AccountNeed): AccountRow => {
    read.cite(...account.sources);
    const permissions = [...permissionsAt(read, provider, account, place), ...(builds === undefined ? [] : (account.forKubeOne ?? []).map((right) => right.replaceAll("{cluster}", builds))), ...((given && rightsIn(read, account)) || []), ...((shares && account.forFileShares) || [])];
    return { id: idOf(account), title: account.title, where, permissions, fields: fieldsOf(account), team: "infrastructure", from: read.cell, why: useOf(account) };
  };
  return provider.accounts.map((account) => read.forRow(idOf(account), () => rowOf(account)));
}

/** Where KubeOne takes a credential from. */
export function inKubeOne({ environment, credentialsFile = [] }: KubeOneSupport, { inKubeOne: place = "environment", fields }: AccountNeed): readonly string[] {
  return place === "hosts" ? fields : place === "environment" ? environment : credentialsFile.map((key) => `${key} of credentials.yaml`);
}

/** What all accounts of a place lie in, as the end of a name. */
export function within(read: Reader, { accountOf }: Provider, place: Value<string>): string {
  const value = accountOf?.within === undefined || place.kind !== "known" ? undefined : placeAnswer(read, accountOf.within, place.value);
  return value?.kind === "known" ? ` in the domain ${value.value}` : "";
}
