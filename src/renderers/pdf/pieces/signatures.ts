import { ink } from "../page/ink.ts";
import { piece, together, type Piece } from "../page/piece.ts";
import { type as scale } from "../text/fragments.ts";
import { baselineOf } from "./paragraph.ts";

const HEIGHT = 46;
const FIELDS = [
  { title: "Name", from: 0.3, to: 0.56 },
  { title: "Date", from: 0.59, to: 0.73 },
  { title: "Signature", from: 0.76, to: 1 },
] as const;

/** A line to sign on for each role. */
export function signaturePieces(roles: readonly string[], width: number): readonly Piece[] {
  return together(
    roles.map((role) =>
      piece({
        height: HEIGHT,
        draw: (paper, x, y) => {
          const line = y + HEIGHT - 14;
          paper.text(role, x, line - 3, { ...scale.body, bold: true });
          for (const { title, from, to } of FIELDS) {
            paper.stroke([[x + from * width, line], [x + to * width, line]], ink.text, 0.6);
            paper.text(title, x + from * width, line + baselineOf(scale.caption) + 1, scale.caption);
          }
        },
      }),
    ),
  );
}
