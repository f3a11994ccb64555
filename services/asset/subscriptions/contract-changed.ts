import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ContractChanged, ContractSigned } from "../events-contracts.ts";
import type { AssetContext } from "../table.ts";

/** A contract covers thousands of assets: more than one transaction writes. */
export const contractChanged = [ContractSigned, ContractChanged].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "A contract is found by each of the assets that it covers now.",
    event,
    handle: ({ meta }, { contracts }: AssetContext) => contracts.spread(meta.subject),
  }),
);
