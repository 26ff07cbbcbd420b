import type { Check } from "../kernel/check.ts";
import { tunnelingBehindProxy } from "./tunneling-behind-proxy.ts";
import { tunnelingAgentAddress } from "./tunneling-agent-address.ts";
import { foreignCloud } from "./foreign-cloud.ts";
import { sharedManagement } from "./shared-management.ts";
import { missingLinks } from "./missing-links.ts";
import { seedLinks } from "./seed-links.ts";
import { controlPlanes } from "./control-planes.ts";
import { addressesNotStated } from "./addresses/addresses-not-stated.ts";
import { addressTwice } from "./addresses/address-twice.ts";
import { apiAddressMisplaced } from "./addresses/api-address-misplaced.ts";
import { controlPlanesMisplaced } from "./addresses/control-planes-misplaced.ts";
import { dhcpWithoutRoom } from "./addresses/dhcp-without-room.ts";
import { workerDhcpWithoutRoom } from "./addresses/worker-dhcp-without-room.ts";
import { networkTooSmall } from "./addresses/network-too-small.ts";
import { podRangeTooSmall } from "./addresses/pod-range-too-small.ts";
import { podsInNodeNetwork } from "./addresses/pods-in-node-network.ts";
import { dhcpTooSmall } from "./addresses/dhcp-too-small.ts";
import { workerDhcpTooSmall } from "./addresses/worker-dhcp-too-small.ts";
import { noLoadBalancer } from "./addresses/no-load-balancer.ts";
import { placeNetwork } from "./addresses/place-network.ts";
import { workerNetworkParts } from "./addresses/worker-network.ts";
import { poolIpv6 } from "./addresses/pool-ipv6.ts";
import { poolOutsideNodeNetwork } from "./addresses/pool-outside-node-network.ts";
import { poolOverlapsDhcp } from "./addresses/pool-overlaps-dhcp.ts";
import { poolFull } from "./addresses/pool-full.ts";
import { poolTooSmall } from "./addresses/pool-too-small.ts";
import { rangesOverlap } from "./addresses/ranges-overlap.ts";
import { reservedRanges } from "./addresses/reserved-ranges.ts";
import { singleBgpPeer } from "./addresses/single-bgp-peer.ts";
import { virtualAddressesProvisional } from "./addresses/virtual-addresses-provisional.ts";
import { heldByUserClusters } from "./addresses/held-by-user-clusters.ts";
import { ipv6Block } from "./addresses/ipv6-block.ts";
import { keptByFormerEntry } from "./addresses/kept-by-former-entry.ts";
import { keptMisplaced } from "./addresses/kept-misplaced.ts";
import { notKept } from "./addresses/not-kept.ts";
import { ciliumMissing } from "./balancers/cilium-missing.ts";
import { distantPeer } from "./balancers/distant-peer.ts";
import { peersBehindGateway } from "./balancers/peers-behind-gateway.ts";
import { peersInMadeNetwork } from "./balancers/peers-in-made-network.ts";
import { kubelbBlockTooSmall } from "./balancers/kubelb-block-too-small.ts";
import { kubelbEdition } from "./balancers/kubelb-edition.ts";
import { kubelbVersion } from "./balancers/kubelb-version.ts";
import { layer2Limits } from "./balancers/layer-2-limits.ts";
import { frontWithoutSources } from "./balancers/front-without-sources.ts";
import { nodeFrontAlone } from "./balancers/node-front-alone.ts";
import { nodeFrontUnlisted } from "./balancers/node-front-unlisted.ts";
import { poolOnCloud } from "./balancers/pool-on-cloud.ts";
import { unlabelledApiServers } from "./balancers/unlabelled-api-servers.ts";
import { gatewayOptIn } from "./entry/gateway-opt-in.ts";
import { movingAddress } from "./entry/moving-address.ts";
import { nodePortEntry } from "./entry/node-port-entry.ts";
import { ownBefore } from "./entry/own-before.ts";
import { ownGateway } from "./entry/own-gateway.ts";
import { namesOfNodes } from "./exposure/names-of-nodes.ts";
import { outsideUserClusters } from "./exposure/outside-user-clusters.ts";
import { pinnedAnnotations } from "./exposure/pinned-annotations.ts";
import { ignoredSources } from "./exposure/ignored-sources.ts";
import { proxySources } from "./exposure/proxy-sources.ts";
import { proxySourcesStay } from "./exposure/proxy-sources-stay.ts";
import { sourceRangesIncomplete } from "./exposure/source-ranges-incomplete.ts";
import { sourceRangesStrategy } from "./exposure/source-ranges-strategy.ts";
import { strategyWithoutAddress } from "./exposure/strategy-without-address.ts";
import { undecidedReach } from "./exposure/undecided-reach.ts";
import { unlistedApiBalancers } from "./exposure/unlisted-api-balancers.ts";
import { dualStack } from "./network/dual-stack.ts";
import { subnetsInVpc } from "./network/subnets-in-vpc.ts";
import { bastionInMadeNetwork } from "./network/bastion-in-made-network.ts";
import { noSharedFamily } from "./network/no-shared-family.ts";
import { usersWithoutIpv6 } from "./network/users-without-ipv6.ts";
import { sharedNetworkGateways } from "./network/shared-network-gateways.ts";
import { platformDualStackCheck } from "./network/platform-dual-stack.ts";
import { nodeMask } from "./network/pod-range-nodes.ts";
import { platformNodeMaskExceeded } from "./network/platform-pod-range-nodes.ts";
import { blockTooSmall } from "./workloads/block-too-small.ts";
import { catalogueEdition } from "./workloads/catalogue-edition.ts";
import { distantRouter } from "./workloads/distant-router.ts";
import { routerAsn } from "./workloads/router-asn.ts";
import { workloadsBehindRouters } from "./workloads/behind-routers.ts";
import { bgpBehindGateway } from "./workloads/bgp-behind-gateway.ts";
import { hubBehindGateway } from "./workloads/hub-behind-gateway.ts";
import { hubDedicated } from "./workloads/hub-dedicated.ts";
import { layer2Block } from "./workloads/layer-2-block.ts";
import { poolShape } from "./workloads/pool-shape.ts";
import { sharesExhausted } from "./workloads/shares-exhausted.ts";
import { sharesFull } from "./workloads/shares-full.ts";
import { acmeZone } from "./certificates/acme-zone.ts";
import { privateZoneSolver } from "./certificates/private-zone-solver.ts";
import { hostUncovered } from "./certificates/host-uncovered.ts";
import { http01Reach } from "./certificates/http01-reach.ts";
import { wildcardNotAsked } from "./certificates/wildcard-not-asked.ts";
import { nameLength } from "./dns/name-length.ts";
import { seedWildcard } from "./dns/seed-wildcard.ts";
import { groupsInCe } from "./identity/groups-in-ce.ts";
import { clusterLoginOff } from "./identity/cluster-login-off.ts";
import { connectorMaturity } from "./identity/connector-maturity.ts";
import { issuerHostTaken } from "./identity/issuer-host-taken.ts";
import { noGroups } from "./identity/no-groups.ts";
import { furtherIssuersUnread } from "./identity/further-issuers-unread.ts";
import { kubeconfigsRefused } from "./identity/kubeconfigs-refused.ts";
import { noRefreshTokens } from "./identity/no-refresh-tokens.ts";
import { oneRefreshToken } from "./identity/one-refresh-token.ts";
import { seedIssuerMail } from "./identity/seed-issuer-mail.ts";
import { twoIssuerFields } from "./identity/two-issuer-fields.ts";
import { unknownScope } from "./identity/unknown-scope.ts";
import { trialUsers } from "./identity/trial-users.ts";
import { controllersPastProxy } from "./internet/controllers-past-proxy.ts";
import { chartsTrust } from "./internet/charts-trust.ts";
import { insecureRegistry } from "./internet/insecure-registry.ts";
import { offlineCloud } from "./internet/offline-cloud.ts";
import { offlineIdentity } from "./internet/offline-identity.ts";
import { proxyBareAddresses } from "./internet/proxy-bare-addresses.ts";
import { proxyGitSsh } from "./internet/proxy-git-ssh.ts";
import { proxyLeftPast } from "./internet/proxy-left-past.ts";
import { proxyNamedHosts } from "./internet/proxy-named-hosts.ts";
import { proxyUnnamedHosts } from "./internet/proxy-unnamed-hosts.ts";
import { proxyInherited } from "./internet/proxy-inherited.ts";
import { registryForAll } from "./internet/registry-for-all.ts";
import { volumesWithoutWay } from "./internet/volumes-without-way.ts";
import { commonName } from "./certificates/common-name.ts";
import { publicAddressTwice } from "./certificates/public-address-twice.ts";
import { rateLimits } from "./certificates/rate-limits.ts";
import { selfMadeRoot } from "./certificates/self-made-root.ts";
import { solverWebhook } from "./certificates/solver-webhook.ts";
import { apexCname } from "./dns/apex-cname.ts";
import { hiddenBySeed } from "./dns/hidden-by-seed.ts";
import { hostTaken } from "./dns/host-taken.ts";
import { ledNameAsked } from "./dns/led-name-asked.ts";
import { viewsApart } from "./dns/views-apart.ts";
import { domainOutsideZone } from "./dns/domain-outside-zone.ts";
import { innerViewUnserved } from "./dns/inner-view-unserved.ts";
import { oneKeyTwoViews } from "./dns/one-key-two-views.ts";
import { privateInPublic } from "./dns/private-in-public.ts";
import { oneViewOnly } from "./dns/one-view-only.ts";
import { externalWildcardShared } from "./dns/external-wildcard-shared.ts";
import { wildcardCatchesChallenge } from "./dns/wildcard-catches-challenge.ts";
import { offlineIssuer } from "./internet/offline-issuer.ts";
import { offlineZone } from "./internet/offline-zone.ts";
import { http01NodePorts } from "./certificates/http01-node-ports.ts";
import { offlineKubelb } from "./internet/offline-kubelb.ts";
import { ceSecondSeed } from "./platform/ce-second-seed.ts";
import { ceSeedName } from "./platform/ce-seed-name.ts";
import { oneMaster } from "./platform/one-master.ts";
import { uniqueNames } from "./platform/unique-names.ts";
import { unknownReference } from "./platform/unknown-reference.ts";
import { releaseSupport } from "./platform/release-support.ts";
import { upgradePath } from "./platform/upgrade-path.ts";
import { apiEndpointMissing } from "./providers/api-endpoint.ts";
import { uncheckedApi } from "./providers/unchecked-api.ts";
import { enterpriseProvider } from "./providers/enterprise-provider.ts";
import { openSsh } from "./providers/open-ssh.ts";
import { limitedSupport } from "./providers/support.ts";
import { loadBalancerMissing } from "./providers/load-balancer-missing.ts";
import { vrrpRouterIds } from "./providers/vrrp-router-id.ts";
import { sharedAccount } from "./tenants/shared-account.ts";
import { platformSystem } from "./providers/platform-system.ts";
import { managedKubernetes } from "./providers/managed-kubernetes.ts";
import { zonesBeyondNetwork } from "./providers/zones-beyond-network.ts";
import { movingApiAddress } from "./providers/moving-api-address.ts";
import { noStorageDriver } from "./providers/no-storage-driver.ts";
import { singleEndpoint } from "./providers/single-endpoint.ts";
import { sharedDatacenter } from "./tenants/shared-datacenter.ts";
import { sharedNetwork } from "./tenants/shared-network.ts";
import { tenantsAndDatacenters } from "./tenants/tenants-and-datacenters.ts";
import { twoZones } from "./quality/two-zones.ts";
import { zonesNamed } from "./quality/zones-named.ts";
import { staticWorkers } from "./addresses/static-workers.ts";
import { olderSystems } from "./providers/older-systems.ts";
import { kubernetesVersion } from "./versions/kubernetes-version.ts";
import { userClusterVersions } from "./versions/user-cluster-versions.ts";
import { flatcarImage } from "./providers/flatcar-image.ts";
import { flatcarUpdatesOffline } from "./providers/flatcar-updates.ts";
import { madeNetworkTooSmall } from "./providers/made-networks.ts";
import { workerNetworkName } from "./providers/worker-network-name.ts";
import { workerNetworkNotChosen } from "./providers/worker-network.ts";
import { operatingSystem } from "./providers/operating-system.ts";
import { tooLate } from "./schedule/too-late.ts";
import { extrasInCe } from "./sizing/extras-in-ce.ts";
import { kyvernoRelease } from "./sizing/kyverno-release.ts";
import { clusterOutgrowsProfile } from "./sizing/cluster-outgrows-profile.ts";
import { headroom } from "./sizing/headroom.ts";
import { controlPlaneSmall } from "./sizing/control-plane-small.ts";
import { fewNodePods } from "./sizing/few-node-pods.ts";
import { podBound } from "./sizing/pod-bound.ts";
import { workersThere } from "./sizing/workers-there.ts";
import { sharedLarge } from "./sizing/shared-large.ts";
import { podsExhausted } from "./sizing/pods-exhausted.ts";
import { volumesExhausted } from "./sizing/volumes-exhausted.ts";
import { sharedStorageNetwork } from "./storage/shared-storage-network.ts";
import { driverName } from "./storage/driver-name.ts";
import { bucketName } from "./storage/bucket-name.ts";
import { bucketTwice } from "./storage/bucket-twice.ts";
import { commonBucket } from "./storage/common-bucket.ts";
import { otherBucketNames } from "./storage/other-bucket-names.ts";
import { mlaBucketName } from "./storage/mla-bucket-name.ts";
import { mirrorWithoutMinio } from "./storage/mirror-without-minio.ts";
import { nothingToSave } from "./storage/nothing-to-save.ts";
import { shortReach } from "./storage/backup-reach.ts";
import { nobodyTold } from "./monitoring/nobody-told.ts";
import { offlineAlerts } from "./internet/offline-alerts.ts";
import { offlineNamedHosts } from "./internet/offline-named-hosts.ts";
import { minimumTooSmall } from "./monitoring/minimum-too-small.ts";
import { splitLoad } from "./monitoring/split-load.ts";
import { cortexTooLarge } from "./monitoring/cortex-too-large.ts";
import { toolingOutdated } from "./operations/tooling-outdated.ts";
import { secretsWithoutRepository } from "./operations/secrets-without-repository.ts";
import { noRepository } from "./operations/no-repository.ts";
import { noUserClusters } from "./sizing/no-user-clusters.ts";
import { groupRulesExhausted } from "./sizing/group-rules-exhausted.ts";
import { listenersExhausted } from "./sizing/listeners-exhausted.ts";
import { nodePortsExhausted } from "./sizing/node-ports-exhausted.ts";
import { reserveTakesAll } from "./sizing/reserve-takes-all.ts";
import { workerTooSmall } from "./sizing/worker-too-small.ts";
import { volumeLargerThanDisk } from "./storage/volume-larger-than-disk.ts";
import { backupVolume } from "./storage/backup-volume.ts";
import { backupsBesideEtcd } from "./storage/backups-beside-etcd.ts";
import { noBackup } from "./storage/no-backup.ts";
import { veleroStoreRefuses } from "./storage/velero-store.ts";

/** All checks. Adding one is a file and a line here. */
export const checks: readonly Check[] = [
  oneMaster,
  unknownReference,
  uniqueNames,
  upgradePath,
  ceSeedName,
  ceSecondSeed,
  poolTooSmall,
  poolFull,
  poolOutsideNodeNetwork,
  poolOverlapsDhcp,
  poolIpv6,
  noLoadBalancer,
  loadBalancerMissing,
  noStorageDriver,
  apiEndpointMissing,
  singleEndpoint,
  managedKubernetes,
  movingApiAddress,
  zonesBeyondNetwork,
  vrrpRouterIds,
  sharedAccount,
  operatingSystem,
  platformSystem,
  workerNetworkNotChosen,
  madeNetworkTooSmall,
  workerNetworkName,
  flatcarImage,
  flatcarUpdatesOffline,
  olderSystems,
  kubernetesVersion,
  userClusterVersions,
  enterpriseProvider,
  uncheckedApi,
  limitedSupport,
  openSsh,
  addressTwice,
  apiAddressMisplaced,
  controlPlanesMisplaced,
  staticWorkers,
  placeNetwork,
  workerNetworkParts,
  dhcpTooSmall,
  networkTooSmall,
  podsInNodeNetwork,
  podRangeTooSmall,
  workerDhcpTooSmall,
  dhcpWithoutRoom,
  workerDhcpWithoutRoom,
  rangesOverlap,
  reservedRanges,
  seedWildcard,
  nameLength,
  http01Reach,
  acmeZone,
  privateZoneSolver,
  hostUncovered,
  singleBgpPeer,
  wildcardNotAsked,
  commonName,
  rateLimits,
  selfMadeRoot,
  solverWebhook,
  apexCname,
  viewsApart,
  privateInPublic,
  publicAddressTwice,
  hiddenBySeed,
  hostTaken,
  ledNameAsked,
  domainOutsideZone,
  innerViewUnserved,
  oneKeyTwoViews,
  oneViewOnly,
  externalWildcardShared,
  wildcardCatchesChallenge,
  offlineIssuer,
  offlineZone,
  offlineKubelb,
  http01NodePorts,
  virtualAddressesProvisional,
  ipv6Block,
  heldByUserClusters,
  keptByFormerEntry,
  keptMisplaced,
  notKept,
  ciliumMissing,
  distantPeer,
  peersBehindGateway,
  peersInMadeNetwork,
  kubelbBlockTooSmall,
  kubelbEdition,
  kubelbVersion,
  layer2Limits,
  frontWithoutSources,
  nodeFrontAlone,
  nodeFrontUnlisted,
  poolOnCloud,
  unlabelledApiServers,
  gatewayOptIn,
  movingAddress,
  nodePortEntry,
  ownGateway,
  ownBefore,
  namesOfNodes,
  outsideUserClusters,
  pinnedAnnotations,
  proxySources,
  proxySourcesStay,
  ignoredSources,
  sourceRangesIncomplete,
  sourceRangesStrategy,
  strategyWithoutAddress,
  undecidedReach,
  unlistedApiBalancers,
  dualStack,
  nodeMask,
  platformNodeMaskExceeded,
  platformDualStackCheck,
  bastionInMadeNetwork,
  subnetsInVpc,
  noSharedFamily,
  usersWithoutIpv6,
  sharedNetworkGateways,
  blockTooSmall,
  catalogueEdition,
  layer2Block,
  workloadsBehindRouters,
  hubBehindGateway,
  hubDedicated,
  bgpBehindGateway,
  distantRouter,
  routerAsn,
  poolShape,
  sharesExhausted,
  sharesFull,
  addressesNotStated,
  groupsInCe,
  noGroups,
  noRefreshTokens,
  kubeconfigsRefused,
  furtherIssuersUnread,
  oneRefreshToken,
  clusterLoginOff,
  connectorMaturity,
  trialUsers,
  issuerHostTaken,
  seedIssuerMail,
  twoIssuerFields,
  unknownScope,
  tunnelingBehindProxy,
  insecureRegistry,
  chartsTrust,
  offlineCloud,
  volumesWithoutWay,
  controllersPastProxy,
  offlineIdentity,
  offlineAlerts,
  offlineNamedHosts,
  proxyBareAddresses,
  proxyNamedHosts,
  proxyLeftPast,
  proxyUnnamedHosts,
  proxyGitSsh,
  proxyInherited,
  registryForAll,
  tunnelingAgentAddress,
  foreignCloud,
  sharedManagement,
  sharedDatacenter,
  sharedNetwork,
  tenantsAndDatacenters,
  missingLinks,
  seedLinks,
  controlPlanes,
  twoZones,
  zonesNamed,
  tooLate,
  extrasInCe,
  kyvernoRelease,
  clusterOutgrowsProfile,
  headroom,
  controlPlaneSmall,
  podBound,
  fewNodePods,
  sharedLarge,
  workersThere,
  podsExhausted,
  volumesExhausted,
  sharedStorageNetwork,
  driverName,
  bucketName,
  otherBucketNames,
  bucketTwice,
  commonBucket,
  mlaBucketName,
  mirrorWithoutMinio,
  nothingToSave,
  veleroStoreRefuses,
  shortReach,
  nobodyTold,
  minimumTooSmall,
  splitLoad,
  volumeLargerThanDisk,
  cortexTooLarge,
  toolingOutdated,
  secretsWithoutRepository,
  noRepository,
  reserveTakesAll,
  workerTooSmall,
  nodePortsExhausted,
  listenersExhausted,
  groupRulesExhausted,
  noUserClusters,
  noBackup,
  backupsBesideEtcd,
  backupVolume,
  releaseSupport,
];
