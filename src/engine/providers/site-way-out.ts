import type { Leaving } from "./contract/leaving.ts";

/** How machines of a site leave it whose infrastructure translates nothing: routers and firewalls of the site put public addresses in place for the internet alone. */
export const siteWayOut: Leaving = {
  asked: "public-elsewhere",
  gateway: "the router or firewall of the site",
  giver: "the provider of the line",
  onInternet: true,
  seen: {
    own: "the routers between {network} and the load balancers that it calls lead both ways, and no firewall on the way has a rule that translates it",
    each: "each machine in {network} has a line of its own, or the firewall of the site a rule that gives it a public address of its own",
    gateway: "the firewall of the site has a rule that translates {network} to {addresses} for the internet",
  },
  room: "The contract of the line has room for them",
  sources: ["rfc.3022"],
};
