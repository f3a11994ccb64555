import * as z from "zod";
import { ShortText } from "../../shared/domain/texts.ts";
import { Condition, Key } from "../../shared/forms/form.ts";
import { TeamId } from "./ids.ts";

/** What every step of a fulfilment says, whoever or whatever does it. */
const stepFields = {
  key: Key,
  title: ShortText,
  description: z.string().trim().min(1).max(1000).optional(),
  teamId: TeamId.optional().describe("Who does it, or takes over what fails; the item's team unless given"),
  after: z.array(Key).max(10).default([]).describe("Steps before it that are over before it begins"),
  when: Condition.optional().describe("Part of it only for these answers"),
  hours: z.number().int().min(1).max(8760).optional().describe("Time it should take, from when it may begin"),
};

/** One step of how an item is fulfilled. */
export const StepPlan = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("manual"), ...stepFields }),
]);
export type StepPlan = z.infer<typeof StepPlan>;

type Named = { readonly key: string; readonly after: readonly string[] };

/** Each name once, and after earlier ones only, so that no two can wait for each other. */
export const refuseDisorder =
  (field: string) =>
  (plans: readonly Named[], context: z.RefinementCtx): void => {
    const known = new Set<string>();
    for (const [at, { key, after }] of plans.entries()) {
      const fault = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [at, path], message });
      if (known.has(key)) fault("key", `Another ${field} has this name`);
      const unknown = after.find((each) => !known.has(each));
      if (unknown !== undefined) fault("after", `No ${field} before it is called ${unknown}`);
      known.add(key);
    }
  };
