/** The Secret in which KubeLB hands a tenant its kubeconfig, in the namespace of the tenant. */
export const TENANT_SECRET = { name: "kubelb-ccm-kubeconfig", key: "kubelb" } as const;

/** The namespace that KubeLB makes for a tenant. */
export const tenantNamespace = (tenant: string): string => `tenant-${tenant}`;
