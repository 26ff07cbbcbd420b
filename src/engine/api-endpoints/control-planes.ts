/** The file by which steps find the control planes; a sentence. */
export const PLANES = "{name}/control-planes holds user@address of each control plane, a line each, as ssh reaches it from here; the first host of KubeOne stands first.{jump}";
