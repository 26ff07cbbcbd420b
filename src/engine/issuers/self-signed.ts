import type { Issuer } from "./issuer.ts";

export const selfSigned = {
  id: "self-signed",
  title: "A root that cert-manager makes itself",
  help: "Nothing has to be asked for; every browser and machine must be given the root. For trials.",
  authority: "a root of its own",
  method: "self-signed root",
  by: "cert-manager",
  onInternet: false,
  trust: "private",
  makesRoot: true,
  rootSecret: "platform-root",
  needs: "The Certificate of the root fills the Secret platform-root, with which the ClusterIssuer then signs; both are in the same file, and nobody brings a Secret.",
  decision: "cert-manager makes a root of its own and signs {names} with it; nobody trusts that root before it is handed out.",
  onUpgrade: "The root and its CA issuer stay as they are.",
  fields: [
    { field: "spec.selfSigned of an Issuer, and a Certificate with isCA: true", value: "platform-root", onMaster: true, why: "Only the root is self-signed, on the master alone; names that each sign themselves would have no common anchor." },
    { field: "spec.duration and spec.privateKey.rotationPolicy of that Certificate", value: "87600h, Never", onMaster: true, onlyNew: true, why: "Unless told otherwise, cert-manager makes a root for 90 days and renews it before, since 1.18 with another key: whoever was given the first one would trust nothing any more." },
    { field: "spec.ca.secretName", value: "platform-root", why: "A ClusterIssuer that signed each name by itself would leave nothing to trust: this one signs with the root, which cert-manager looks for in the namespace cert-manager alone." },
  ],
  prepare: [],
  questions: {},
  sources: ["cert-manager.self-signed", "cert-manager.certificate", "cert-manager.ca"],
} as const satisfies Issuer;
