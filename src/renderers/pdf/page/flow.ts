import { landscape, portrait, type PageFormat } from "./measures.ts";
import type { Paper } from "./paper.ts";
import type { Piece } from "./piece.ts";

/** Fills pages with pieces from top to bottom. */
export class Flow {
  readonly paper: Paper;
  readonly #formats: PageFormat[] = [portrait];
  #y: number = portrait.top;
  #fresh = false;

  /** Starts behind the page that the document has already. */
  constructor(paper: Paper) {
    this.paper = paper;
  }

  get format(): PageFormat {
    return this.#formats.at(-1) ?? portrait;
  }

  /** Format of every page, from the first. */
  get formats(): readonly PageFormat[] {
    return this.#formats;
  }

  get y(): number {
    return this.#y;
  }

  /** Room that is left on this page. */
  get room(): number {
    return this.format.bottom - this.#y;
  }

  /** Whether nothing stands on this page yet. */
  get isFresh(): boolean {
    return this.#fresh;
  }

  startPage(orientation: PageFormat["orientation"] = this.format.orientation): void {
    this.paper.addPage(orientation);
    this.#formats.push(orientation === "portrait" ? portrait : landscape);
    this.#y = this.format.top;
    this.#fresh = true;
  }

  /** Leaves room, unless nothing stands above it. */
  skip(height: number): void {
    if (!this.#fresh) this.#y += height;
  }

  /** Places pieces, breaking pages between those that may be parted. */
  place(pieces: readonly Piece[]): void {
    pieces.forEach((next, i) => {
      if (this.#fresh || this.#fits(pieces, i)) {
        this.#put(next);
        return;
      }
      this.startPage();
      next.repeated.forEach((repeated) => this.#put(repeated));
      this.#put(next);
    });
  }

  #put(next: Piece): void {
    const above = this.#fresh ? 0 : next.before;
    this.#y += above;
    next.draw(this.paper, this.format.left, this.#y, above);
    this.#y += next.height;
    this.#fresh = false;
  }

  /** Whether a piece fits together with those that must follow it; what fits on no page is not kept together. */
  #fits(pieces: readonly Piece[], from: number): boolean {
    const whole = this.format.bottom - this.format.top;
    let height = 0;
    for (let i = from; i < pieces.length; i += 1) {
      const next = pieces[i];
      if (!next) break;
      const grown = height + next.before + next.height;
      if (grown > whole) break;
      height = grown;
      if (!next.keepWithNext) break;
    }
    return this.#y + height <= this.format.bottom + 0.01;
  }
}
