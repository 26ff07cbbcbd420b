import type { Endpoint, Plan } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { valueAsText, ValueText } from "../../plan-ui/value-text.tsx";
import styles from "./plan-part.module.css";

const indexed = new WeakMap<Plan, ReadonlyMap<string, Endpoint>>();

function endpointsOf(plan: Plan): ReadonlyMap<string, Endpoint> {
  const known = indexed.get(plan) ?? new Map(plan.firewall.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  indexed.set(plan, known);
  return known;
}

/** Addresses of an end, or those hosts of it that a row is for. */
const shownAddresses = ({ addresses }: Endpoint, hosts: readonly string[] | undefined): Endpoint["addresses"] => hosts?.map((value) => ({ kind: "known", value })) ?? addresses;

/** One end of a firewall row: what it is, and the addresses that a firewall team enters. */
export function EndpointText({ id, hosts, brief = false }: { readonly id: string; readonly hosts?: readonly string[] | undefined; readonly brief?: boolean }) {
  const { plan } = useSession();
  const endpoint = endpointsOf(plan).get(id);
  if (!endpoint) return id;
  const addresses = shownAddresses(endpoint, hosts);
  return (
    <div>
      {endpoint.title}
      {!brief && addresses.length > 0 && (
        <ul className={styles.list}>
          {addresses.map((address) => (
            <li key={JSON.stringify(address)}>
              <ValueText value={address} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same as text, for copying. */
export function endpointAsText(plan: Plan, id: string, hosts?: readonly string[]): string {
  const endpoint = endpointsOf(plan).get(id);
  if (!endpoint) return id;
  const addresses = shownAddresses(endpoint, hosts).map((address) => valueAsText(plan, address)).join(" ");
  return addresses === "" ? endpoint.title : `${endpoint.title} ${addresses}`;
}
