import { useEffect, useState } from "react";
import { call } from "../../api/call.ts";
import type { Level } from "./health-badge.tsx";

/** Each is a walk of its own: so many are asked for at once, and so many of a map at all. */
const atOnce = 4;
const mostAsked = 24;

const none: ReadonlyMap<string, Level> = new Map();

const levelOf = async (ciId: string): Promise<readonly [string, Level] | undefined> => {
  try {
    return [ciId, (await call("GET /cis/{ciId}/health", { params: { ciId } })).level];
  } catch {
    // The map is drawn without the health that cannot be told.
    return undefined;
  }
};

/** How items are doing now, the first ones of the list first; what is not known yet, or not told, is missing. */
export const useHealths = (ids: readonly string[]): ReadonlyMap<string, Level> => {
  const [levels, setLevels] = useState(none);
  const name = ids.slice(0, mostAsked).join(" ");
  useEffect(() => {
    let isOver = false;
    const askAll = async (): Promise<void> => {
      const all = name.split(" ").filter(Boolean);
      for (let at = 0; at < all.length && !isOver; at += atOnce) {
        const found = await Promise.all(all.slice(at, at + atOnce).map(levelOf));
        if (isOver) return;
        setLevels((before) => new Map([...before, ...found.filter((each) => each !== undefined)]));
      }
    };
    void askAll();
    return () => {
      isOver = true;
    };
  }, [name]);
  return ids.length === 0 ? none : levels;
};
