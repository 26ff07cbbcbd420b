import { largestDisks } from "../facts/largest-disks.ts";
import { text } from "../answers/kinds.ts";
import { managedHosts, ubuntuMirrors } from "../facts/external-hosts.ts";
import { awsSecondSubnets, awsZoneSubnets, keptInSubnets, vendorPorts } from "../facts/providers.ts";
import { groupRulesOfAws, rulesBeforeBalancers, rulesOfBalancers } from "../facts/sizing/group-rules.ts";
import type { Provider } from "./contract/index.ts";
import type { TerraformVariable } from "./contract/kubeone/terraform-variables.ts";
import { WITHOUT_API_BALANCER } from "./without-api-balancer.ts";

const ROLE_ACTIONS = "iam:{CreateRole,DeleteRole,DeleteRolePolicy,GetRole,GetRolePolicy,ListAttachedRolePolicies,ListRolePolicies,PassRole,PutRolePolicy,TagRole}";
const PROFILE_ACTIONS = "iam:{AddRoleToInstanceProfile,CreateInstanceProfile,DeleteInstanceProfile,GetInstanceProfile,RemoveRoleFromInstanceProfile}";

/** Variables of both of KubeOne's examples for AWS; the one for both families writes the disk of workers into its files. */
const VARIABLES: readonly TerraformVariable[] = [
  { name: "aws_region", question: "awsRegion" },
  { name: "vpc_id", means: "id of the VPC with the node network" },
  { name: "subnets_cidr", plan: "zoneSubnet" },
  { name: "control_plane_type", plan: "controlPlaneSize" },
  { name: "worker_type", plan: "workerSize", ofWorkers: true },
  { name: "internal_api_lb", plan: "apiIsPrivate" },
  { name: "os", plan: "system", forOtherSystems: true },
];

export const aws = {
  id: "aws",
  title: "AWS",
  sources: ["kkp.provider-aws"],
  machineAddresses: "provider",
  keptInSubnets: keptInSubnets.aws,
  vendorCloud: true,
  leaving: {
    gateway: "the NAT gateway",
    onInternet: true,
    seen: {
      own: "`aws ec2 describe-route-tables` shows for the subnets of {network} no route to an internet gateway and none to a NAT gateway, and the way to other networks leaves addresses as they are",
      each: "`aws ec2 describe-route-tables` shows for the subnets of {network} a default route to an internet gateway",
      gateway: "`aws ec2 describe-nat-gateways` prints {addresses}, and `aws ec2 describe-route-tables` shows for the subnets of {network} a default route to these gateways",
    },
    pools: {
      own: "node pools of user clusters leave “Assign Public IP” unticked",
      each: "node pools of user clusters tick “Assign Public IP”, which the dashboard leaves off",
      gateway: "node pools of user clusters leave “Assign Public IP” unticked",
    },
    sources: ["aws.nat", "kkp.code.dashboard-machines"],
  },
  nativeLoadBalancer: true,
  loadBalancerAnswers: "name",
  publicLoadBalancer: true,
  balancerReach: {
    internal: { annotation: "service.beta.kubernetes.io/aws-load-balancer-internal", value: '"true"' },
    publicWhereManaged: { annotation: "service.beta.kubernetes.io/aws-load-balancer-scheme", value: "internet-facing", controller: "the AWS Load Balancer Controller" },
    internalFromOwnNodes: {
      annotation: "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes",
      value: "preserve_client_ip.enabled=false",
      without: "a private Network Load Balancer keeps the address of the caller, and a call that it leads back to the node it came from times out",
      passedOverBy: "Cloud controllers before 1.32.6, 1.33.3 and 1.34.0 pass over it; KubeOne brings a newer one to Kubernetes 1.34 and up.",
      entryWhereManaged: "the AWS Load Balancer Controller",
      sourceRanges: "reaches the nodes from addresses of the load balancer itself, which the rules of the cloud controller admit whatever the list says",
      sources: ["aws.nlb-loopback", "aws.service-controller", "kubeone.code.images"],
    },
    needs: {
      public: {
        what: "subnets with the tag kubernetes.io/role/elb",
        verify: "`aws ec2 describe-subnets --filters Name=tag-key,Values=kubernetes.io/role/elb` prints a public subnet in each zone of its nodes",
        why: "Controllers on AWS find subnets of public load balancers by this tag, unless an annotation names the subnets.",
        sources: ["aws.eks-subnets", "aws.subnet-discovery"],
      },
      internal: {
        what: "subnets with the tag kubernetes.io/role/internal-elb",
        verify: "`aws ec2 describe-subnets --filters Name=tag-key,Values=kubernetes.io/role/internal-elb` prints a private subnet in each zone of its nodes",
        why: "Controllers on AWS find subnets of private load balancers by this tag, unless an annotation names the subnets.",
        sources: ["aws.eks-subnets", "aws.subnet-discovery"],
      },
    },
    sources: ["kubernetes.internal-balancers", "aws.balancer-controller"],
  },
  proxyDefaults: {
    annotations: [
      { annotation: "service.beta.kubernetes.io/aws-load-balancer-type", value: "nlb", why: "without it AWS makes a Classic Load Balancer" },
      { annotation: "service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout", value: '"3600"', why: "without it a Classic Load Balancer ends quiet connections such as `kubectl logs -f` after a minute" },
    ],
    sources: ["kkp.code.nodeport-proxy", "kkp.code.configuration-defaults"],
  },
  dualStack: { systems: ["ubuntu", "flatcar", "rhel", "rocky"], subnets: true, cloudConfig: "[Global], NodeIPFamilies=ipv4, NodeIPFamilies=ipv6", loadBalancer: "none" },
  listenerQuota: { limit: 50, scope: "load-balancer", sources: ["aws.nlb-limits", "kkp.code.configuration-defaults"] },
  groupRules: { holder: "security group of its nodes", controller: "the cloud controller of AWS", quota: groupRulesOfAws, before: rulesBeforeBalancers, each: rulesOfBalancers },
  opensSsh: {
    how: "a network ACL of their subnets, or subnets without public addresses",
    verify: "`aws ec2 describe-network-acls` shows the source range before any rule that admits TCP 22, and `nc -vz` to a test machine fails from elsewhere; a security group of yours is not enough, since KKP writes its rules into one that the Preset names as well",
    sources: ["kkp.code.security-groups"],
  },
  api: {
    title: "AWS API",
    ports: "443",
    hosts: ["iam.amazonaws.com", "sts.{region}.amazonaws.com", "ec2.{region}.amazonaws.com", "elasticloadbalancing.{region}.amazonaws.com"],
    regionQuestion: "awsRegion",
    // With the access key that KKP hands it, the driver asks for no role and no token.
    fromWorkers: { hosts: ["ec2.{region}.amazonaws.com"], sources: ["kkp.code.csi-addons"] },
    fromDashboard: { hosts: ["sts.{region}.amazonaws.com", "ec2.{region}.amazonaws.com"], why: "It asks STS only where a Preset names a role to take on.", sources: ["kkp.code.dashboard-aws"] },
    // KKP gives cloud controllers of user clusters the role that it made for their control plane; no driver that is handed a key or a role of its machine asks for one.
    fromControllers: {
      own: ["ec2.{region}.amazonaws.com", "elasticloadbalancing.{region}.amazonaws.com"],
      ofUserClusters: ["sts.{region}.amazonaws.com", "ec2.{region}.amazonaws.com", "elasticloadbalancing.{region}.amazonaws.com"],
      sources: ["aws.cloud-provider", "aws.ebs-driver", "kkp.code.aws-cloud-config"],
    },
    vendorPort: vendorPorts.aws,
    flowIds: ["P5", "E17"],
    sources: ["kkp.proxy-allow-list", "kkp.ports"],
  },
  registries: ["public.ecr.aws"],
  ubuntuMirror: ubuntuMirrors.aws,
  csi: {
    provisioner: "ebs.csi.aws.com",
    parameters: { type: "gp3" },
    backupParameters: { type: "sc1" },
    largest: largestDisks.aws,
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: true,
    // The installer would write a class whose small volumes are slow, or never made; that class is written by hand instead.
    byHand: "The installer would write the type io1 with 25 IOPS for each GiB and no disk below 4 GiB; gp3 has 3,000 IOPS at any size",
    sources: ["kkp.code.storage-class", "aws.volume-types", "aws.ebs-driver"],
  },
  userClusters: { cloudController: true, storageDriver: "ebs.csi.aws.com", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "flatcar", "rhel", "amazon-linux", "rocky"],
  images: "provider",
  datacenterFields: [{ field: "region", question: { subject: "place", key: "awsRegion" } }],
  spread: { verify: "`aws ec2 describe-instances` prints their availability zones, over which they are spread evenly", sources: ["kubeone.terraform-aws"] },
  accountOf: { question: "awsAccount", title: "AWS account", apart: true },
  creates: {
    what: "a security group, an IAM role and an instance profile whose names begin with kubernetes- for each user cluster; subnets are those of the VPC",
    named: ["vpcID", "routeTableID", "instanceProfileName", "securityGroupID", "roleARN"],
    verify: "`aws ec2 describe-vpcs` and `aws iam list-instance-profiles` show the named objects to the access key",
    sources: ["kkp.code.security-groups", "kkp.code.preset"],
  },
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "aws",
    environment: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
    inputs: [{ name: "cluster_name", plan: "clusterName" }],
    secondFamily: {
      instead: {
        example: "aws-dualstack",
        settings: VARIABLES,
        workerDisk: { change: "In output.tf, diskSize in kubeone_workers becomes {disk}.", sources: ["kubeone.terraform-aws-dualstack"] },
      },
      change: "The VPC of vpc_id has an IPv6 range around {network}; Terraform gives the subnet of each zone a /64 of the VPC, from a place that it draws at random.",
      sources: ["kubeone.terraform-aws-dualstack", "kubeone.validation"],
    },
    settings: [...VARIABLES, { name: "worker_volume_size", plan: "workerDisk", ofWorkers: true }],
    apiEndpoint: "provider",
    otherFront: WITHOUT_API_BALANCER,
    nodeNetwork: {
      by: "customer",
      change: "vpc_id names the VPC whose range is {network}: left alone, it is the default VPC of the region; Terraform cuts a subnet of the length subnets_cidr for each zone out of the range of the VPC, from a place that it draws at random. Where one meets a subnet that is there, `terraform apply` stops, and with -replace=random_integer.cidr_block it draws again.",
      zoneSubnets: awsZoneSubnets,
      secondSubnets: awsSecondSubnets,
      otherPrefix: { than: 16, change: "In main.tf, subnet_newbits becomes var.subnets_cidr - local.vpc_mask: what stands there is right for a VPC of /16 alone, and this one has /{prefix}." },
      sources: ["kubeone.terraform-aws"],
    },
    workerZones: { several: ["zoneA", "zoneB", "zoneC"], field: "availabilityZone and subnetId are those of its zone", controlPlanes: "In main.tf, availability_zone and subnet_id of aws_instance.control_plane take {index} in place of count.index.", sources: ["kubeone.terraform-aws"] },
    sshWay: {
      dials: "bastion",
      behindBastion: "The example makes a bastion of its own with a public address and hands it to KubeOne. In its place, aws_instance.bastion falls away in main.tf, cidr_blocks of the ingress in aws_security_group.ssh become {bastion}, and vpc_security_group_ids of aws_instance.control_plane hold that group too. In output.tf, the output ssh_commands and the lines that begin with bastion fall away, so that KubeOne dials private addresses.",
      sources: ["kubeone.terraform-aws", "kubeone.code.ssh"],
    },
    withoutPublic: {
      change: "In main.tf, subnets beside those of aws_subnet.public, without map_public_ip_on_launch and with a route to the way out, stand in local.subnets, while aws_elb.control_plane keeps those of aws_subnet.public and aws_instance.bastion, where it stays, takes its subnet_id from them; in output.tf, assignPublicIP becomes false in kubeone_workers.",
      sources: ["kubeone.terraform-aws", "aws.nat"],
    },
    opened: {
      opens: "opens TCP 22 of its bastion, TCP 6443 of the load balancer of the Kubernetes API and TCP 30000–32767 of every machine to any address",
      because: "the cloud controller opens node ports to its load balancers itself, in the group that carries the tag of the cluster",
      verify: "In main.tf, the ingress of `aws_security_group.ssh` takes the sources of the rows over SSH; that of `aws_security_group.elb` takes those of the rows to the Kubernetes API of {name} and the addresses from which its own nodes call it, or stays as it is; `aws_security_group_rule.nodeports` takes those of rows to node ports of its machines, or falls away where there are none",
      sources: ["kubeone.terraform-aws", "aws.balancer-rules"],
    },
    controlPlaneDisk: {
      change: "In main.tf, root_block_device of aws_instance.control_plane names gp2, which serves 3 IOPS for each GiB: volume_type becomes gp3 with iops = {iopsOrdered}, where 125 MiB/s come with it and {bandwidth} MB/s are asked; control_plane_type is an instance that carries as much.",
      speedOf: "ebs.csi.aws.com",
      sources: ["kubeone.terraform-aws", "aws.volume-types"],
    },
    sources: ["kubeone.terraform", "kubeone.credentials"],
  },
  managedKubernetes: {
    name: "EKS",
    hosts: managedHosts.aws,
    sources: ["aws.eks"],
    login: { calls: "aws eks get-token", sources: ["aws.eks-kubeconfig"] },
    webhooks: {
      says: "The security group that EKS makes lets control plane and nodes talk on every port, as long as nodes are in it and nobody has cut it down.",
      verify: "`aws ec2 describe-security-groups` shows that nodes take these ports from the security group of the cluster",
      sources: ["aws.eks-security-groups"],
    },
    nodePods: {
      decidedBy: "EKS lets a node run as many pods as its network interfaces have addresses for, which hangs on the type of the machine: 58 on an m5.2xlarge.",
      more: "Switch prefix delegation on in the network add-on of EKS and set max-pods in its node groups, before nodes are made",
      byMachine: true,
      sources: ["aws.max-pods", "aws.eks-prefixes"],
    },
    podAddresses: { seen: "node-network", sources: ["aws.vpc-cni"] },
    storageDriver: {
      by: "the add-on aws-ebs-csi-driver, with an IAM role of its own that has the policy AmazonEBSCSIDriverPolicyV2 or the older AmazonEBSCSIDriverPolicy",
      why: "EKS brings it into no cluster unasked, and its Auto Mode brings another driver, ebs.csi.eks.amazonaws.com.",
      verify: "`aws eks describe-addon --addon-name aws-ebs-csi-driver` with the name of the cluster prints ACTIVE, and `aws iam list-attached-role-policies` the policy for its role",
      sources: ["aws.eks-ebs", "aws.eks-ebs-policy", "aws.ebs-policies"],
    },
  },
  accounts: [
    {
      id: "aws-user",
      title: "AWS access key, or a role to assume",
      permissions: [
        "The pages of KKP and KubeOne name different actions; these are all of both",
        "ec2:* on *",
        "sts:GetFederationToken on *; sts:AssumeRole with an external ID where a role is assumed",
        "iam:{GetInstanceProfile,ListInstanceProfiles,TagInstanceProfile} on instance-profile/*",
        "elasticloadbalancing:{AddTags,ConfigureHealthCheck,DeregisterTargets,RegisterTargets,RegisterInstancesWithLoadBalancer,RemoveListenerCertificates} on *",
        "elasticloadbalancing:{Create,Delete}{Listener,LoadBalancer,Rule,TargetGroup} on *",
        "elasticloadbalancing:Describe{Listeners,LoadBalancers,LoadBalancerAttributes,Rules,Tags,TargetGroups,TargetGroupAttributes,TargetHealth} on *",
        "elasticloadbalancing:Modify{Listener,LoadBalancerAttributes,Rule,TargetGroup,TargetGroupAttributes} on *",
        "elasticloadbalancing:Set{IpAddressType,RulePriorities,SecurityGroups,Subnets,WebAcl} on *",
      ],
      // Roles are named by who makes them: the Terraform example by its cluster_name, KKP by its own prefix.
      forKubeOne: [
        `${ROLE_ACTIONS} on role/{cluster}-*, which Terraform makes by cluster_name`,
        `${PROFILE_ACTIONS} on instance-profile/{cluster}-*`,
        "elasticloadbalancing:{ApplySecurityGroupsToLoadBalancer,AttachLoadBalancerToSubnets,CreateLoadBalancerListeners} on *",
      ],
      inUserClusters: [`${ROLE_ACTIONS} on role/kubernetes-*`, `${PROFILE_ACTIONS} on instance-profile/kubernetes-*`],
      fields: ["accessKeyID", "secretAccessKey", "assumeRoleARN and assumeRoleExternalID where a role is assumed"],
      // KKP's page and KubeOne's page name different actions; the union serves both.
      sources: ["kkp.provider-aws", "kubeone.aws", "kkp.code.preset"],
    },
  ],
  prepare: [
    {
      id: "aws-vpc",
      holdsNetworks: true,
      title: "VPC with DNS host names and a subnet in each zone",
      why: "Machines find each other by the names that the VPC gives them.",
      how: "A VPC for each user cluster is advised; where the Preset names none, the default VPC is used.",
      verify: "`aws ec2 describe-vpc-attribute --attribute enableDnsHostnames` prints true",
      sources: ["kkp.provider-aws"],
    },
    {
      id: "aws-quota",
      title: "Quotas of the region: vCPU, Network and Classic Load Balancers, volumes, rules of a security group",
      why: "Quotas count for each region and account, and machines that exceed them are refused one by one.",
      how: "Load balancers of nodeport-proxies and fronts of user clusters are Network Load Balancers; those of Services without an annotation, such as the first ingress of each user cluster, and of Kubernetes APIs that KubeOne's example makes are Classic ones, of which a region holds 20 unless more are asked for.",
      counts: ["volumes", "load-balancers", "group-rules"],
      verify: "The console of Service Quotas shows, beside what each account uses in the region already, room for {demand}",
      sources: ["kkp.provider-aws", "aws.vpc-quotas", "aws.classic-limits", "aws.balancer-rules", "kubeone.terraform"],
    },
    {
      id: "aws-node-ports",
      title: "Who may reach the NodePorts of workers",
      why: "The security group that KKP creates opens TCP 22, ICMP and 30000-32767 to any address unless the user cluster names the allowed ranges.",
      verify: "It stands in writing which ranges each user cluster names as nodePortsAllowedIPRanges, and who creates user clusters with them",
      inUserClusters: "`aws ec2 describe-security-groups` shows what is written down for nodePortsAllowedIPRanges as source of 30000-32767, and nothing wider",
      forUserClusters: true,
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
    tenants: {
      awsAccount: text({
        section: "Datacenters",
        label: "Which AWS account holds the tenants' machines?",
        short: "AWS account of the tenants",
        help: "Quotas and the rights of an access key count for a whole account.",
        example: "retail-production",
        source: "kkp.provider-aws",
        team: "infrastructure",
      }),
    },
  },
} as const satisfies Provider;
