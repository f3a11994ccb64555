import type { Message } from "./message.ts";

/** Those that may be received, first come first served. */
export type ReadyLine = {
  readonly join: (message: Message) => void;
  readonly leave: (message: Message) => void;
  readonly first: () => Message | undefined;
  readonly size: () => number;
};

/** Places left behind at the front before they are given back to the memory. */
const SLACK = 1024;

/**
 * A line that can be left from any place. Not a Set: the first entry of a Set costs a walk over all that were deleted
 * before it (7 s for emptying 200,000). A message knows its place by `slot`, as it does in a heap: it is in one or the other.
 */
export const createReadyLine = (): ReadyLine => {
  let line: (Message | undefined)[] = [];
  /** How many places were cut off in front of `line`: a slot is counted from the beginning of time. */
  let cut = 0;
  let head = 0;
  let size = 0;

  return {
    join: (message) => {
      message.slot = cut + line.length;
      line.push(message);
      size++;
    },
    leave: (message) => {
      const place = message.slot - cut;
      if (line[place] !== message) return;
      line[place] = undefined;
      message.slot = -1;
      size--;
      while (head < line.length && line[head] === undefined) head++;
      if (head < SLACK || head * 2 < line.length) return;
      line = line.slice(head);
      cut += head;
      head = 0;
    },
    first: () => line[head],
    size: () => size,
  };
};
