import type { SourceId } from "../../kernel/outcome.ts";

/** The security group that KKP makes for workers. */
export interface WorkerGroups {
  /** What a group that KKP makes for the workers of each user cluster lets in, as the end of a sentence, and how more is let in; absent where no such group stands before addresses that workers announce. */
  readonly workerGroup?: { readonly lets: string; readonly verify: string; readonly sources: readonly SourceId[] };
  /**
   * Set where the security group that KKP makes for workers lets SSH in from anywhere. `group`: a group of the customer takes its
   * place, by this field of the Preset; absent where KKP writes its rules into such a group as well. `how`: what narrows it, as
   * the end of a title. `verify`: how to see that it is done.
   */
  readonly opensSsh?: { readonly group?: string; readonly how: string; readonly verify: string; readonly sources: readonly SourceId[] };
}
