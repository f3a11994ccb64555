import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
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
    const { requestedFor, quantity, answers } = body;
    const { articles } = await seenItem(catalogItemId, context).catch((error: unknown) => {
      // Who may not have it may still ask whether somebody else may.
      if (error instanceof Refusal && requestedFor !== undefined)
        return seenItem(catalogItemId, context, requestedFor);
      throw error;
    });
    const lines = [{ catalogItemId, quantity, answers }];
    return checkedBy(() => prepareOrder({ lines, requestedFor }, actor, context), articles);
  },
});
