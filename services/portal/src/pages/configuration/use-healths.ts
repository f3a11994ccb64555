import { useEffect, useState } from "react";
import { call } from "../../api/call.ts";
import type { Level } from "./health-badge.tsx";

/** As many as the API answers at once. */
const atOnce = 100;

/** How items are doing, and whether some may do worse: not all that they need was looked at. */
type Healths = { readonly levels: ReadonlyMap<string, Level>; readonly isCut: boolean };

const none: Healths = { levels: new Map(), isCut: false };

const healthsOf = async (ciIds: string[]): Promise<Healths> => {
  try {
    const { levels, truncated } = await call("POST /ci-health-levels", { body: { ciIds } });
    return {
      levels: new Map(levels.map(({ ciId, level }) => [ciId, level])),
      isCut: truncated !== undefined,
    };
  } catch {
    // The map is drawn without the health that cannot be told.
    return none;
  }
};

const together = (one: Healths, other: Healths): Healths => ({
  levels: new Map([...one.levels, ...other.levels]),
  isCut: one.isCut || other.isCut,
});

/** How items are doing now; what is not known yet, or not told, is missing. */
export const useHealths = (ids: readonly string[]): Healths => {
  const [healths, setHealths] = useState(none);
  const name = ids.join(" ");
  useEffect(() => {
    let isOver = false;
    const askAll = async (): Promise<void> => {
      const all = name.split(" ").filter(Boolean);
      for (let at = 0; at < all.length && !isOver; at += atOnce) {
        const found = await healthsOf(all.slice(at, at + atOnce));
        if (!isOver) setHealths((before) => together(before, found));
      }
    };
    void askAll();
    return () => {
      isOver = true;
    };
  }, [name]);
  return ids.length === 0 ? none : healths;
};
