import { releaseOf } from "../releases/registry.ts";
import type { ReleaseId } from "./source.ts";

/** A page of the documentation of KKP. */
export const docs = (path: string, version = "2.31") => `https://docs.kubermatic.com/kubermatic/v${version}/${path}${path === "" ? "" : "/"}`;
/** Code of the platform and of its dashboard, both of which carry a tag for every patch of KKP. */
const at = (repository: "kubermatic" | "dashboard", kind: "blob" | "tree", release: ReleaseId) => `https://github.com/kubermatic/${repository}/${kind}/v${releaseOf(release).latestPatch}/`;
export const code = (path: string, release: ReleaseId = "2.31") => `${at("kubermatic", "blob", release)}${path}`;
export const folder = (path: string) => `${at("kubermatic", "tree", "2.31")}${path}`;
export const dashboard = (path: string, kind: "blob" | "tree" = "blob", release: ReleaseId = "2.31") => `${at("dashboard", kind, release)}${path}`;
/** A changelog is written on after its release. */
export const changelog = (version: string) => `https://github.com/kubermatic/kubermatic/blob/main/docs/changelogs/CHANGELOG-${version}.md`;
/** Tags of KubeOne by the newest of its releases that the plan names beside each release of KKP. */
const KUBEONE_TAGS: Readonly<Record<ReleaseId, string>> = { "2.28": "v1.11.4", "2.29": "v1.12.4", "2.30": "v1.13.7", "2.31": "v1.14.2" };
const examples = (release: ReleaseId) => `https://github.com/kubermatic/kubeone/tree/${KUBEONE_TAGS[release]}/examples/terraform/`;
export const example = examples("2.31");
export const kubeone = (path: string) => `https://docs.kubermatic.com/kubeone/v1.14/${path}/`;

const NEWEST = docs("");

/** What a link into code begins with, up to the tag of a release. */
const TAGGED = /^https:\/\/github\.com\/kubermatic\/(kubermatic|dashboard)\/(blob|tree)\/v\d[^/]*\//;

/** A page of KKP's documentation as it is for a release, a file of its code as that release's newest patch has it, and a Terraform example as KubeOne for that release brings it. */
export const linkFor = (url: string, release: ReleaseId): string =>
  url.replace(NEWEST, docs("", release)).replace(example, examples(release)).replace(TAGGED, (_start, repository: "kubermatic" | "dashboard", kind: "blob" | "tree") => at(repository, kind, release));
