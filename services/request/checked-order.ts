import * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import { ForeignId } from "../../shared/domain/texts.ts";
import { Answers } from "../../shared/forms/form.ts";
import type { ItemFields } from "./catalog-item.ts";
import type { Wanted } from "./decisions/place.ts";
import { totalOf } from "./decisions/price.ts";
import { Money, Recurring } from "./money.ts";

/** What ordering something would mean, or why it cannot be ordered so. */
export const CheckedOrder = z
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
type CheckedOrder = z.infer<typeof CheckedOrder>;

const meaningOf = (wanted: readonly Wanted[]): Omit<CheckedOrder, "articles"> => {
  const [own] = wanted;
  return {
    isValid: true,
    violations: [],
    answers: own?.answers,
    price: totalOf(wanted.map(({ cost }) => cost.price)),
    recurring: own?.cost.recurring,
    items: wanted.map(({ catalogItemId, fields, quantity }) => ({
      catalogItemId,
      name: fields.name,
      quantity,
    })),
    approvals: wanted.flatMap(({ fields, steps }) =>
      steps.map(({ name, seats }) => ({
        item: fields.name,
        step: name,
        who: seats.flatMap(({ personId, role }) => personId ?? role ?? []),
      })),
    ),
  };
};

/** Answers with what was prepared, or with the places of what refuses it. */
export const checkedBy = async (
  prepare: () => Promise<readonly Wanted[]>,
  articles: ItemFields["articles"],
): Promise<CheckedOrder> => {
  try {
    return { ...meaningOf(await prepare()), articles };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const violations = error.violations.map(({ path, message }) => ({
      path: path.replace("body.lines.0.", "body."),
      message,
    }));
    return { isValid: false, violations, items: [], approvals: [], articles };
  }
};
