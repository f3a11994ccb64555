import type { Choice } from "../../parts/form/form-fields.tsx";

const choices = (names: string): readonly Choice[] => names.split(" ").map((value) => ({ value }));

/** Why something is in a stockroom; only the first ones may be handed out. */
export const inStock = choices(
  "available reserved pre_allocated pending_install test defective pending_repair pending_disposal pending_transfer pending_fulfillment pending_certificate pending_return pending_retirement pending_resale pending_evaluation on_hold legal_hold quarantine end_of_support",
);

/** Why something is on its way to another stockroom. */
export const inTransit = choices(
  "available reserved pre_allocated pending_install defective pending_disposal pending_donation pending_resale",
);

/** Why something is out of service for good. */
export const retired = choices(
  "pending_disposal pending_resale disposed sold donated vendor_credit lease_return obsolete rma buy_out order_cancelled",
);
