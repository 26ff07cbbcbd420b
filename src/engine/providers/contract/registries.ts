/** Where container images of this infrastructure come from. */
export interface ProviderRegistries {
  /** Registries of this provider's own images, beside those that every cluster uses. */
  readonly registries: readonly string[];
  /** Registries from which a Seed loads controllers of user clusters on this infrastructure. */
  readonly seedRegistries?: readonly string[];
  /** Set where `mirror-images` copies images of user clusters here whatever providers it is told of. */
  readonly mirroredUnasked?: true;
}
