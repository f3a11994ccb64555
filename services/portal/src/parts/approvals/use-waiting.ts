import { usePagesOfAll } from "../../api/use-pages-of-all.ts";
import { useMe } from "../../session/me.ts";
import { waitingFor } from "./awaiting.ts";

type Options = { readonly everyMs?: number };

/** Changes that wait for the person's decision, on the change or on a freeze, oldest first. */
export const useWaitingChanges = (options: Options = {}) => {
  const asked = waitingFor(useMe()).map((who) => ({ query: { ...who, limit: 100 } }));
  return usePagesOfAll("GET /changes", asked, { ...options, order: ({ openedAt }) => openedAt });
};

/** Ordered things that wait for the person's decision, oldest first. */
export const useWaitingOrders = (options: Options = {}) => {
  const asked = waitingFor(useMe()).map((who) => ({ query: { ...who, limit: 100 } }));
  return usePagesOfAll("GET /request-items", asked, { ...options, order: ({ placedAt }) => placedAt });
};
