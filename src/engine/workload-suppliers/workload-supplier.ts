/** What gives Services of user clusters their addresses. */
export interface WorkloadSupplier {
  readonly id: string;
  readonly title: string;
  /** Whose addresses they are: of a block of the customer, of the block of a cluster for load balancing, or of the infrastructure itself. */
  readonly addressesFrom: "block" | "hub" | "infrastructure";
  /** Whether workers announce the addresses themselves. */
  readonly announcedByWorkers: boolean;
  /** Set where nothing of the platform gives them, so that somebody brings a load balancer into user clusters. */
  readonly brought?: true;
  /** KKP cuts the block into shares, one for each user cluster. */
  readonly shares?: true;
  /** Tenants install it from the application catalogue, and may announce by BGP. */
  readonly catalogue?: true;
}

/** One that people choose, where the infrastructure gives no addresses. */
export interface ChosenSupplier extends WorkloadSupplier {
  readonly help: string;
  readonly chip?: "product-default";
}
