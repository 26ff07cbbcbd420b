import type { ExampleNetwork } from "./example-network.ts";
import type { TerraformVariable } from "./terraform-variables.ts";

/** The folder of KubeOne's Terraform example, and what it takes. */
export interface TerraformFolder {
  /** Folder of KubeOne's Terraform example, where it is called otherwise than the block of the infrastructure. */
  readonly example?: string;
  /** The file of its outputs, where that is not output.tf. */
  readonly outputsIn?: string;
  /** Terraform variables that have no default, with the place question that answers one; none where machines are not made by Terraform. */
  readonly inputs: readonly TerraformVariable[];
  /** Variables whose defaults belong to an example and not to this site. */
  readonly settings: readonly TerraformVariable[];
  /** Set where the first `terraform apply` needs another value than all later ones, as `name=value`. */
  readonly firstApply?: string;
  /** The network of the example's machines, where no variable asks for one that is there; absent where one does, and where Terraform makes none. */
  readonly nodeNetwork?: ExampleNetwork;
}
