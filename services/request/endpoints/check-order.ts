import * as z from "zod";
import { Answers } from "../../../shared/forms/form.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { catalogParams } from "../catalog-params.ts";
import { CheckedOrder, checkedBy } from "../checked-order.ts";
import type { RequestContext } from "../context.ts";
import { Line } from "../draft.ts";
import { PersonId } from "../ids.ts";
import { seenItem } from "../offered-item.ts";
import { prepareOrder } from "../prepare-order.ts";

export const checkOrder = endpoint({
  id: "checkOrder",
  summary:
    "What ordering it would mean: whether it may be had, what it costs, what comes with it, who approves it",
  route: "POST /catalog-items/{catalogItemId}/check",
  permission: "request:order",
  params: catalogParams,
  body: z.strictObject({
    answers: Answers.default({}),
    quantity: Line.shape.quantity,
    requestedFor: PersonId.optional(),
  }),
  reply: CheckedOrder,
  safe: true,
  refusals: ["not_found"],
  handle: async ({ params: { catalogItemId }, body, actor }, context: RequestContext) => {
    const { articles } = await seenItem(catalogItemId, context);
    const { requestedFor, quantity, answers } = body;
    const lines = [{ catalogItemId, quantity, answers }];
    return checkedBy(() => prepareOrder({ lines, requestedFor }, actor, context), articles);
  },
});
