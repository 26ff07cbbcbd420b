import { isAssumedAddress, rowAddresses, type Endpoint, type Flow, type Plan } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { valueAsText, ValueText } from "../../plan-ui/value-text.tsx";
import styles from "./plan-part.module.css";

const indexed = new WeakMap<Plan, ReadonlyMap<string, Endpoint>>();

function endpointsOf(plan: Plan): ReadonlyMap<string, Endpoint> {
  const known = indexed.get(plan) ?? new Map(plan.firewall.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  indexed.set(plan, known);
  return known;
}

/** Addresses that a row shows of an end, or a list of hosts on the internet without rows: there it arrives with others as well. */
const shownAddresses = (end: Endpoint, row: Flow | undefined): Endpoint["addresses"] => (row ? rowAddresses(row, end) : [...end.addresses, ...(end.leavesAs?.addresses ?? [])]);

/** One end of a firewall row: what it is, and the addresses that a firewall team enters. */
export function EndpointText({ id, row, brief = false }: { readonly id: string; readonly row?: Flow; readonly brief?: boolean }) {
  const { plan } = useSession();
  const endpoint = endpointsOf(plan).get(id);
  if (!endpoint) return id;
  const addresses = shownAddresses(endpoint, row);
  return (
    <div>
      {endpoint.title}
      {!brief && addresses.length > 0 && (
        <ul className={styles.list}>
          {addresses.map((address) => (
            <li key={JSON.stringify(address)}>
              <ValueText value={address} assumed={isAssumedAddress(plan, endpoint, address)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same as text, for copying. */
export function endpointAsText(plan: Plan, id: string, row?: Flow): string {
  const endpoint = endpointsOf(plan).get(id);
  if (!endpoint) return id;
  const addresses = shownAddresses(endpoint, row).map((address) => valueAsText(plan, address)).join(" ");
  return addresses === "" ? endpoint.title : `${endpoint.title} ${addresses}`;
}
