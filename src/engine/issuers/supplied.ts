import type { Issuer } from "./issuer.ts";

export const supplied = {
  id: "supplied",
  title: "A certificate that your PKI supplies",
  help: "Renewed by hand; works without internet.",
  authority: "your PKI",
  method: "supplied",
  by: "hand",
  onInternet: false,
  trust: "either",
  decision: "Your PKI signs {names}; someone must renew before it is too late, and no port opens to the internet.",
  onUpgrade: "The supplied certificate moves into the one Secret of the Gateway.",
  fields: [],
  prepare: [],
  questions: {},
  sources: ["kkp.certificates"],
} as const satisfies Issuer;
