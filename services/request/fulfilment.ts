import * as z from "zod";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
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

const model = {
  modelId: ForeignId.optional().describe("Of which model"),
  modelField: Key.optional().describe("Instead: the answer that names it"),
};
const values = z.array(Key).max(20).default([]).describe("Answers that are passed on");
/** Encrypted on the way; plain only to the machine itself, for trying things out. */
const address = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])\S+$/;

/** One step of how an item is fulfilled: by people, by another service, or by the customer's own automation. */
export const StepPlan = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("manual"), ...stepFields }),
    z.strictObject({
      kind: z.literal("reserve_asset"),
      ...stepFields,
      ...model,
      stockroomId: ForeignId.optional().describe("Any unless given"),
    }),
    z.strictObject({
      kind: z.literal("hand_over_asset"),
      ...stepFields,
      ...model,
      stockroomId: ForeignId.optional(),
    }),
    z.strictObject({
      kind: z.literal("return_asset"),
      ...stepFields,
      assetField: Key.describe("The answer that names the asset"),
    }),
    z.strictObject({ kind: z.literal("allocate_seat"), ...stepFields, ...model }),
    z.strictObject({ kind: z.literal("release_seat"), ...stepFields, ...model }),
    z.strictObject({
      kind: z.literal("open_change"),
      ...stepFields,
      templateId: ForeignId.describe("Template of the standard change"),
    }),
    z.strictObject({
      kind: z.literal("event"),
      ...stepFields,
      name: Key.describe("What the automation that hears RequestStepAsked knows it by"),
      values,
    }),
    z.strictObject({
      kind: z.literal("call"),
      ...stepFields,
      url: z.string().max(500).regex(address, "An address that begins with https://"),
      values,
    }),
  ])
  .superRefine((step, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!("modelId" in step || "modelField" in step) && needsModel.has(step.kind))
      fault("modelId", "Of which model? Or which answer names it");
  });
const needsModel: ReadonlySet<string> = new Set(["reserve_asset", "allocate_seat", "release_seat"]);
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
