import { PLAN } from "./outcome.ts";

/** What is kept of a rule or a question for each subject. Most exist once per plan, and those take no map of subjects. */
export class BySubject<Of extends object, Kept> {
  private readonly ofPlan = new Map<Of, Kept>();
  private readonly ofOthers = new Map<Of, Map<string, Kept>>();

  get(of: Of, subject: string): Kept | undefined {
    return subject === PLAN ? this.ofPlan.get(of) : this.ofOthers.get(of)?.get(subject);
  }

  set(of: Of, subject: string, kept: Kept): void {
    if (subject === PLAN) {
      this.ofPlan.set(of, kept);
      return;
    }
    const bySubject = this.ofOthers.get(of);
    if (bySubject) bySubject.set(subject, kept);
    else this.ofOthers.set(of, new Map([[subject, kept]]));
  }

  /** All that is kept, for whatever subject. */
  forEach(look: (kept: Kept) => void): void {
    this.ofPlan.forEach(look);
    for (const bySubject of this.ofOthers.values()) bySubject.forEach(look);
  }
}
