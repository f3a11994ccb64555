import type { AssetState } from "./asset.ts";

/**
 * Reasons and conditions within the states (the field's default model). The first one is what an asset has
 * that comes into the state without one being given.
 */
export const substates = {
  on_order: ["none"],
  received: ["none"],
  in_stock: [
    "available",
    "reserved",
    "pre_allocated",
    "pending_install",
    "test",
    "defective",
    "pending_repair",
    "pending_disposal",
    "pending_transfer",
    "pending_fulfillment",
    "pending_certificate",
    "pending_return",
    "pending_retirement",
    "pending_resale",
    "pending_evaluation",
    "on_hold",
    "legal_hold",
    "quarantine",
    "end_of_support",
  ],
  in_transit: [
    "available",
    "reserved",
    "pre_allocated",
    "pending_install",
    "defective",
    "pending_disposal",
    "pending_donation",
    "pending_resale",
  ],
  in_use: ["none", "pending_return", "pending_fulfillment", "pending_retirement", "end_of_support"],
  in_maintenance: ["none"],
  missing: ["lost", "stolen"],
  retired: [
    "pending_disposal",
    "pending_resale",
    "disposed",
    "sold",
    "donated",
    "vendor_credit",
    "lease_return",
    "obsolete",
    "rma",
    "buy_out",
    "order_cancelled",
  ],
} as const satisfies Readonly<Record<AssetState, readonly [string, ...string[]]>>;

export const allSubstates = [...new Set(Object.values(substates).flat())] as [string, ...string[]];

/** What may be handed out of stock: the rest is there, but not to be had. */
const handedOut: readonly string[] = ["available", "reserved", "pre_allocated", "pending_install", "test"];

export const isToBeHad = ({ state, substate }: { readonly state: AssetState; readonly substate: string }) =>
  state !== "in_stock" || handedOut.includes(substate);

/** Evidence may still be asked for: a court or an auditor says that it stays. */
export const isHeldByLaw = ({ substate }: { readonly substate: string }): boolean =>
  substate === "legal_hold";
