import { fact } from "../fact.ts";

export const groupRulesOfAws = fact({
  id: "sizing.group-rules-of-aws",
  statement:
    "On AWS a security group holds 60 inbound rules of each address family, and a network interface has 5 groups; both may be raised on request, as long as their product does not exceed 1,000.",
  value: { limit: 60, groups: 5, most: 1000 },
  certainty: "sourced",
  sources: ["aws.vpc-quotas"],
});

export const rulesBeforeBalancers = fact({
  id: "sizing.group-rules-before",
  statement:
    "The security group of the nodes has inbound rules before any load balancer is made: 2 where KubeOne's Terraform example makes it (its own members, node ports), 1 in that of an EKS cluster (its own members).",
  value: { kubeone: 2, managed: 1 },
  certainty: "sourced",
  sources: ["kubeone.terraform-aws", "aws.eks-security-groups"],
});

export const rulesOfBalancers = fact({
  id: "sizing.group-rules-of-balancers",
  statement:
    "For each Network Load Balancer the cloud controller of AWS writes one rule for each port and each allowed network into the security group of the nodes, and one for each port and each subnet of the load balancer, from which it is checked; the latter only where the allowed networks are not 0.0.0.0/0 alone, which stands for a Service without a list. Each allowed network takes one more rule of ICMP, once for all load balancers. A Classic Load Balancer takes one rule in all, from its own group.",
  value: { classic: 1, icmp: 1 },
  certainty: "sourced",
  sources: ["aws.balancer-rules"],
});
