import * as z from "zod";

/** Lines in the order of both texts: in both, only in the earlier, or only in the later one. */
export const LineChange = z.object({ change: z.enum(["same", "removed", "added"]), text: z.string() });
export type LineChange = z.infer<typeof LineChange>;

/** More differences than anybody reads; from then on the rest counts as written anew. */
const mostEdits = 1000;

const marked = (change: LineChange["change"], lines: readonly string[]): LineChange[] =>
  lines.map((text) => ({ change, text }));

/** How far each diagonal was followed, by number of edits (Myers 1986, "An O(ND) Difference Algorithm"). */
const trace = (from: readonly string[], to: readonly string[]): readonly Int32Array[] | undefined => {
  const most = Math.min(from.length + to.length, mostEdits);
  const reach = new Int32Array(2 * most + 3);
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    rounds.push(reach.slice());
    for (let k = -edits; k <= edits; k += 2) {
      const [left = 0, right = 0] = [reach[most + k], reach[most + k + 2]];
      let x = k === -edits || (k !== edits && left < right) ? right : left + 1;
      while (x < from.length && x - k < to.length && from[x] === to[x - k]) x++;
      reach[most + 1 + k] = x;
      if (x >= from.length && x - k >= to.length) return rounds;
    }
  }
  return undefined;
};

/** The lines of two texts, so that the least is removed and added. */
export const compareLines = (earlier: string, later: string): readonly LineChange[] => {
  const [from, to] = [earlier.split("\n"), later.split("\n")];
  const rounds = trace(from, to);
  if (rounds === undefined) return [...marked("removed", from), ...marked("added", to)];
  const most = Math.min(from.length + to.length, mostEdits);
  const changes: LineChange[] = [];
  let [x, y] = [from.length, to.length];
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const reach = rounds[edits] as Int32Array;
    const k = x - y;
    const [left = 0, right = 0] = [reach[most + k], reach[most + k + 2]];
    const isAdded = k === -edits || (k !== edits && left < right);
    const before = edits === 0 ? 0 : isAdded ? right : left;
    const startX = edits === 0 ? 0 : before;
    const startY = edits === 0 ? 0 : startX - (isAdded ? k + 1 : k - 1);
    while (x > startX && y > startY && from[x - 1] === to[y - 1]) {
      changes.push({ change: "same", text: from[x - 1] ?? "" });
      x--;
      y--;
    }
    if (edits === 0) break;
    changes.push(
      isAdded ? { change: "added", text: to[y - 1] ?? "" } : { change: "removed", text: from[x - 1] ?? "" },
    );
    [x, y] = [startX, startY];
  }
  return changes.toReversed();
};
