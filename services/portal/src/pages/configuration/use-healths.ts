import { useEffect, useState } from "react";
import { call } from "../../api/call.ts";
import type { Level } from "./health-badge.tsx";

/** As many as the API answers at once. */
const atOnce = 100;

const none: ReadonlyMap<string, Level> = new Map();

const levelsOf = async (ciIds: string[]): Promise<readonly (readonly [string, Level])[]> => {
  try {
    const { levels } = await call("POST /ci-health-levels", { body: { ciIds } });
    return levels.map(({ ciId, level }) => [ciId, level]);
  } catch {
    // The map is drawn without the health that cannot be told.
    return [];
  }
};

/** How items are doing now; what is not known yet, or not told, is missing. */
export const useHealths = (ids: readonly string[]): ReadonlyMap<string, Level> => {
  const [levels, setLevels] = useState(none);
  const name = ids.join(" ");
  useEffect(() => {
    let isOver = false;
    const askAll = async (): Promise<void> => {
      const all = name.split(" ").filter(Boolean);
      for (let at = 0; at < all.length && !isOver; at += atOnce) {
        const found = await levelsOf(all.slice(at, at + atOnce));
        if (!isOver) setLevels((before) => new Map([...before, ...found]));
      }
    };
    void askAll();
    return () => {
      isOver = true;
    };
  }, [name]);
  return ids.length === 0 ? none : levels;
};
