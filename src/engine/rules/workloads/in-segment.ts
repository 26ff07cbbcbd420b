import { rule } from "../../kernel/rule.ts";
import { catalogueBlock, type CatalogueBlock } from "./catalogue-block.ts";

/** A block for which the workers of tenants answer in their own segment. */
export const workloadsInSegment = rule<CatalogueBlock>({
  id: "workloads.in-segment",
  title: "Workloads in the workers' own segment",
  per: "datacenter",
  sources: ["metallb.l2"],
  derive: (read, datacenter) => {
    const { inSegment, ...block } = catalogueBlock(read, datacenter);
    return inSegment ? block : read.notApplicable("Addresses of these workloads lie in no network of the workers, and are announced to routers.");
  },
});
