import { createStore, useStore } from "../session/store.ts";

const everyMs = 30_000;
const minute = createStore(Date.now());
setInterval(() => minute.set(Date.now()), everyMs);

/** The time now; whoever uses it is drawn anew twice a minute. */
export const useNow = (): number => useStore(minute);
