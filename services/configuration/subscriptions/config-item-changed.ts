import * as z from "zod";
import { type ForeignEvent, foreignSubscription } from "../../../shared/events/foreign.ts";
import { keepTrouble, takeInItem } from "../import/take-in-item.ts";
import type { ConfigurationContext } from "../table.ts";

/** Only what says which message it is; what is in it, the reader of configuration items checks. */
const Detail = z.looseObject({
  configurationItem: z.looseObject({ resourceType: z.string(), resourceId: z.string() }).optional(),
  configurationItemSummary: z.looseObject({ resourceType: z.string(), resourceId: z.string() }).optional(),
});

const ConfigurationItemChanged: ForeignEvent<z.infer<typeof Detail>> = {
  source: "aws.config",
  detailType: "Config Configuration Item Change",
  summary: "AWS Config recorded a resource of an account anew.",
  detail: Detail.refine(
    (detail) => detail.configurationItem ?? detail.configurationItemSummary,
    "No item in it",
  ),
};

export const configItemChanged = foreignSubscription({
  id: "config-item-changed",
  event: ConfigurationItemChanged,
  handle: ({ detail }, context: ConfigurationContext) =>
    takeInItem(detail, { isWhole: detail.configurationItem !== undefined }, context),
  keep: ({ id, detail }, reason, context: ConfigurationContext) =>
    keepTrouble(detail, [{ id, kind: "ci", outcome: "invalid", reason }], context),
});
