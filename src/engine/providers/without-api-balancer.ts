/** What the files of an example get whose own load balancer can be left out, where people put another front before the API. */
export const WITHOUT_API_BALANCER =
  "disable_kubeapi_loadbalancer is true, a variable that KubeOne has for its own tests, or main.tf makes a load balancer in front of the API; in output.tf, endpoint of kubeone_api then names the first control plane, and becomes {api} instead.";
