import { useWhole } from "../../api/use-whole.ts";
import type { Known } from "./entitlement-actions.ts";

const active = { query: { state: "active", limit: 100 } } as const;

/** Vendors and contracts that rights may have come by. */
export const useKnown = (): Known => ({
  vendors: useWhole("GET /vendors", active).items,
  contracts: useWhole("GET /contracts", active).items,
});
