import { text } from "../answers/kinds.ts";
import type { Provider } from "./provider.ts";

export const aws = {
  id: "aws",
  title: "AWS",
  sources: ["kkp.provider-aws"],
  machineAddresses: "provider",
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  listenerQuota: { limit: 50, scope: "load-balancer", sources: ["aws.nlb-limits", "kkp.code.configuration-defaults"] },
  api: {
    title: "AWS API",
    ports: "443",
    hosts: ["iam.amazonaws.com", "sts.{region}.amazonaws.com", "ec2.{region}.amazonaws.com", "elasticloadbalancing.{region}.amazonaws.com", "s3.{region}.amazonaws.com"],
    regionQuestion: "awsRegion",
    fromWorkers: false,
    flowIds: ["P5", "E17"],
    sources: ["kkp.proxy-allow-list", "kkp.ports"],
  },
  registries: [],
  csi: {
    provisioner: "ebs.csi.aws.com",
    parameters: { type: "io1", iopsPerGB: "25" },
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: false,
    installerName: "aws",
    sources: ["kkp.code.storage-class"],
  },
  userClusters: { cloudController: true, storageDriver: "ebs.csi.aws.com", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "flatcar", "rhel", "amazon-linux", "rocky"],
  images: "provider",
  datacenterFields: [{ field: "region", question: { subject: "place", key: "awsRegion" } }],
  kubeone: { workers: "machine-controller", inputs: ["cluster_name"], apiEndpoint: "provider", sources: ["kubeone.terraform"] },
  managedKubernetes: "EKS",
  accounts: [
    {
      id: "aws-user",
      title: "AWS access key, or a role to assume",
      permissions: [
        "ec2:* on *",
        "sts:GetFederationToken on *; sts:AssumeRole with an external ID where a role is assumed",
        "iam:{GetInstanceProfile,ListInstanceProfiles,TagInstanceProfile} on instance-profile/*",
        "iam:{CreateRole,DeleteRole,DeleteRolePolicy,GetRole,GetRolePolicy,ListAttachedRolePolicies,ListRolePolicies,PassRole,PutRolePolicy,TagRole} on role/kubernetes-*",
        "iam:{AddRoleToInstanceProfile,CreateInstanceProfile,DeleteInstanceProfile,GetInstanceProfile,RemoveRoleFromInstanceProfile} on instance-profile/kubernetes-*",
        "elasticloadbalancing:{AddTags,ConfigureHealthCheck,DeregisterTargets,RegisterTargets,RegisterInstancesWithLoadBalancer,RemoveListenerCertificates} on *",
        "elasticloadbalancing:{Create,Delete}{Listener,LoadBalancer,Rule,TargetGroup} on *",
        "elasticloadbalancing:Describe{Listeners,LoadBalancers,LoadBalancerAttributes,Rules,Tags,TargetGroups,TargetGroupAttributes,TargetHealth} on *",
        "elasticloadbalancing:Modify{Listener,LoadBalancerAttributes,Rule,TargetGroup,TargetGroupAttributes} on *",
        "elasticloadbalancing:Set{IpAddressType,RulePriorities,SecurityGroups,Subnets,WebAcl} on *",
        "elasticloadbalancing:{ApplySecurityGroupsToLoadBalancer,AttachLoadBalancerToSubnets,CreateLoadBalancerListeners} on *, for a cluster that KubeOne builds",
      ],
      fields: ["accessKeyID", "secretAccessKey"],
      // KKP's page and KubeOne's page name different actions; the union serves both.
      sources: ["kkp.provider-aws", "kubeone.aws", "kkp.code.preset"],
    },
  ],
  prepare: [
    {
      id: "aws-vpc",
      title: "VPC with DNS host names and a subnet in each zone",
      why: "Machines find each other by the names that the VPC gives them; a VPC for each user cluster is advised, and without one named in the Preset the default VPC is used.",
      verify: "aws ec2 describe-vpc-attribute --attribute enableDnsHostnames prints true",
      sources: ["kkp.provider-aws"],
    },
    {
      id: "aws-quota",
      title: "Quotas of the region: vCPU, Elastic IP addresses, Network Load Balancers, volumes",
      why: "Quotas count for each region and account, and machines that exceed them are refused one by one.",
      verify: "aws service-quotas list-service-quotas --service-code ec2 shows room for the machines of this plan",
      sources: ["kkp.provider-aws"],
    },
    {
      id: "aws-node-ports",
      title: "Who may reach the NodePorts of workers",
      why: "The security group that KKP creates opens TCP 22, ICMP and 30000-32767 to any address unless the user cluster names the allowed ranges.",
      verify: "The cluster template names nodePortsAllowedIPRanges, and aws ec2 describe-security-groups shows them for a test cluster",
      sources: ["kkp.code.security-groups"],
    },
  ],
  questions: {
    place: {
      awsRegion: text({
        section: "Places",
        label: "Which AWS region is this place?",
        short: "AWS region",
        help: "Host names of the API and the datacenters of the Seed carry it.",
        example: "eu-central-1",
        source: "kkp.provider-aws",
        team: "infrastructure",
      }),
    },
  },
} as const satisfies Provider;
