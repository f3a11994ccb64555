import { useRef, useState } from "react";

/** What is typed in one go is undone in one go. */
const pauseMs = 800;
const most = 100;

/** Steps back through what was written since the page was opened. `undefined` instead of `back`: there is nothing to undo. */
export const useUndo = <T>(now: T, restore: (before: T) => void) => {
  const [past, setPast] = useState<readonly T[]>([]);
  const changedAt = useRef(0);
  return {
    /** Called before every change. */
    remember: (): void => {
      const at = Date.now();
      if (at - changedAt.current > pauseMs) setPast([...past.slice(1 - most), now]);
      changedAt.current = at;
    },
    back:
      past.length === 0
        ? undefined
        : (): void => {
            const before = past.at(-1);
            setPast(past.slice(0, -1));
            changedAt.current = 0;
            if (before !== undefined) restore(before);
          },
  };
};
