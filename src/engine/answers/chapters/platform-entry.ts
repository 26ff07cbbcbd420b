import { releases } from "../../releases/registry.ts";
import { address, choice, label } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { project } from "./project.ts";

/** Whether the chosen release has more than one entry to offer. */
const offersEntries = (look: Look): boolean => {
  const release = releases.find(({ id }) => id === look(project.plan.release));
  return release?.gatewayEntry !== undefined || release?.ownGatewayFrom !== undefined;
};

/** Whether it depends on the entry of the installed platform what an upgrade does. */
const replacesEntry = (look: Look): boolean => {
  const [target, installed] = [project.plan.release, project.plan.upgradeFrom].map((question) => releases.find(({ id }) => id === look(question)));
  if (!target || !installed || !installed.gatewayEntry) return false;
  return target.entry.title !== installed.entry.title || look(platformEntry.plan.entry) === "gateway" || look(platformEntry.plan.entry) === "own";
};

/** Whether the platform stands behind a Gateway of the customer. */
export const ownGateway = (look: Look): boolean => offersEntries(look) && look(platformEntry.plan.entry) === "own";

/** Whether an upgrade takes the entry of a cluster that has one away, and puts another beside it until then: as `replacedAt` has it for rules. */
export const replacesAt = (look: Look, cluster: string): boolean => {
  const [target, installed] = [project.plan.release, project.plan.upgradeFrom].map((question) => releases.find(({ id }) => id === look(question)));
  if (!target || !installed) return false;
  const choice = offersEntries(look) ? look(platformEntry.plan.entry) : "standard";
  const offered = target.gatewayEntry ?? target.entry;
  const chosen = choice === "standard" ? target.entry : offered;
  const own = choice === "own" && target.ownGatewayFrom !== undefined;
  const earlier = releases.find(({ id }) => id === target.upgradesFrom)?.entry;
  if (!own && chosen.title === (earlier ?? chosen).title) return false;
  const before = installed.gatewayEntry || installed.ownGatewayFrom !== undefined ? look(platformEntry.plan.entryBefore) : "nginx";
  if (before === "own" && installed.gatewayEntry) return false;
  const former = before === "gateway" ? installed.gatewayEntry : installed.entry;
  // A Gateway of the customer stands on the master alone, and takes the place of any other.
  if (own && look(infrastructure.cluster.role, cluster) !== "seed") return former !== undefined;
  return former !== undefined && former.title !== chosen.title;
};

/** Where the master stands, and with it the Gateway. */
const placeOfMaster = (look: Look): string | undefined => {
  const master = look.subjects("cluster").find((id) => look(infrastructure.cluster.role, id)?.startsWith("master"));
  return master === undefined ? undefined : look(infrastructure.cluster.place, master);
};

/** What serves the platform entry: what the release brings, another entry that it offers, or a Gateway of the customer. */
export const platformEntry = chapter("loadBalancer", "Load balancer", "", {
  plan: {
    entry: choice(
      [
        { value: "standard", label: "As the release brings it", help: "NGINX up to 2.30, Envoy Gateway from 2.31.", chip: "product-default" },
        { value: "gateway", label: "Envoy Gateway already", help: "The opt-in of 2.29 and 2.30; nothing changes later with 2.31." },
        { value: "own", label: "A Gateway of yours", help: "KKP creates no Gateway and takes no address; listeners and certificates are yours." },
      ],
      {
        section: "Platform entry",
        label: "What serves dashboard, API and login to browsers?",
        short: "Platform entry",
        help: "It holds the address that the base domain leads to.",
        source: "kkp.gateway-api",
        team: "platform",
        productDefault: { value: "standard", sentence: "KKP builds the entry that its release comes with.", source: "kkp.gateway-api" },
        asked: (look): boolean => offersEntries(look),
      },
    ),
    gatewayAddress: address({
      section: "Platform entry",
      label: "Which address does your Gateway have?",
      short: "Address of your Gateway",
      help: "The records of the platform lead there.",
      example: "10.20.30.9",
      source: "kkp.gateway-api",
      team: "network",
      server: { title: "Own Gateway", dialledBy: ["platform", "user-clusters"], place: placeOfMaster, is: "service" },
      asked: ownGateway,
    }),
    gatewayNamespace: label({
      section: "Platform entry",
      label: "In which namespace does your Gateway stand?",
      short: "Namespace of your Gateway",
      help: "KKP attaches its routes to the Gateway there.",
      example: "ingress",
      source: "kkp.gateway-api",
      team: "platform",
      asked: ownGateway,
    }),
    gatewayName: label({
      section: "Platform entry",
      label: "What is your Gateway called?",
      short: "Name of your Gateway",
      help: "KKP attaches its routes to it and changes nothing about it.",
      example: "public",
      source: "kkp.gateway-api",
      team: "platform",
      asked: ownGateway,
    }),
    entryBefore: choice(
      [
        { value: "nginx", label: "NGINX", chip: "product-default" },
        { value: "gateway", label: "Envoy Gateway" },
        { value: "own", label: "A Gateway of yours", help: "From 2.30.4 on." },
      ],
      {
        section: "Platform entry",
        label: "Which entry does the installed platform have?",
        short: "Entry before the upgrade",
        help: "One that stays takes no further address. One that is replaced keeps its own for a while, and records move.",
        source: "kkp.gateway-api",
        team: "platform",
        productDefault: { value: "nginx", sentence: "KKP 2.29 and 2.30 have NGINX as their entry unless Gateway API was switched on.", source: "kkp.gateway-api" },
        asked: (look): boolean => replacesEntry(look),
      },
    ),
  },
});
