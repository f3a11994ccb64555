import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { Answers } from "../../../shared/forms/form.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { catalogParams } from "../catalog-params.ts";
import type { RequestContext } from "../context.ts";
import { totalOf } from "../decisions/price.ts";
import { Line } from "../draft.ts";
import { PersonId } from "../ids.ts";
import { Money, Recurring } from "../money.ts";
import { seenItem } from "../offered-item.ts";
import { prepareOrder } from "../prepare-order.ts";

const Checked = z
  .object({
    isValid: z.boolean(),
    violations: z.array(z.object({ path: z.string(), message: z.string() })),
    answers: Answers.optional().describe("As they would be kept, with what the form begins with"),
    price: Money.optional().describe("Of all that comes with it"),
    recurring: Recurring.optional(),
    items: z.array(z.object({ catalogItemId: z.string(), name: z.string(), quantity: z.number().int() })),
    approvals: z.array(z.object({ item: z.string(), step: z.string(), who: z.array(z.string()) })),
    articles: z
      .object({ ids: z.array(ForeignId), query: z.string().optional() })
      .optional()
      .describe("What may answer the need: articles, and words for POST /knowledge/suggestions"),
  })
  .meta({ id: "CheckedOrder" });

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
  reply: Checked,
  safe: true,
  refusals: ["not_found"],
  handle: async ({ params: { catalogItemId }, body, actor }, context: RequestContext) => {
    const { articles } = await seenItem(catalogItemId, context);
    const { requestedFor, quantity, answers } = body;
    const lines = [{ catalogItemId, quantity, answers }];
    try {
      const wanted = await prepareOrder({ lines, requestedFor }, actor, context);
      const [own] = wanted;
      return {
        isValid: true,
        violations: [],
        answers: own?.answers,
        price: totalOf(wanted.map(({ cost }) => cost.price)),
        recurring: own?.cost.recurring,
        items: wanted.map((each) => ({
          catalogItemId: each.catalogItemId,
          name: each.fields.name,
          quantity: each.quantity,
        })),
        approvals: wanted.flatMap(({ fields, steps }) =>
          steps.map(({ name, seats }) => ({
            item: fields.name,
            step: name,
            who: seats.flatMap(({ personId, role }) => personId ?? role ?? []),
          })),
        ),
        articles,
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const violations = error.violations.map(({ path, message }) => ({
        path: path.replace("body.lines.0.", "body."),
        message,
      }));
      return { isValid: false, violations, items: [], approvals: [], articles };
    }
  },
});
