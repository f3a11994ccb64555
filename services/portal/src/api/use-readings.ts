import { useEffect, useReducer } from "react";
import type { Store } from "../session/store.ts";
import type { Reading } from "./reading.ts";

/** What is known of several addresses, drawn anew when one of them changes. The list of stores is the same until others are meant. */
export const useReadings = (stores: readonly Store<Reading>[]): readonly Reading[] => {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const ends = stores.map(({ subscribe }) => subscribe(redraw));
    return () => {
      for (const end of ends) end();
    };
  }, [stores]);
  return stores.map(({ get }) => get());
};
