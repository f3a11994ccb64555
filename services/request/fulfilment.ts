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
  hours: z
    .number()
    .int()
    .min(1)
    .max(8760)
    .optional()
    .describe("Time it should take, from when it may begin; what does itself has a usual time"),
  escalateTo: TeamId.optional().describe(
    "Before whom it is put when it fails or takes longer: this team's lead; the lead of who does it unless given",
  ),
};

const model = {
  modelId: ForeignId.optional().describe("Of which model"),
  modelField: Key.optional().describe("Instead: the answer that names it"),
};
const values = z.array(Key).max(20).default([]).describe("Answers that are passed on");
/** One step of how an item is fulfilled: by people, by another service, or by the customer's own automation. */
export const StepPlan = z.discriminatedUnion("kind", [
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
    kind: z.literal("wait"),
    ...stepFields,
    signal: Key.optional().describe("Until this is told (POST /request-signals)"),
    aboutField: Key.optional().describe("The answer that says about what it is told; whatever unless given"),
    untilField: Key.optional().describe("Until the day that this answer names begins (UTC)"),
  }),
  z.strictObject({
    kind: z.literal("call"),
    ...stepFields,
    url: z.url().max(500).describe("An address that begins with https://"),
    values,
  }),
]);
export type StepPlan = z.infer<typeof StepPlan>;

const day = 24;
/** In how many hours what does itself is usually over: then somebody looks after it, whatever it waits for. */
export const usualHours: Readonly<Partial<Record<StepPlan["kind"], number>>> = {
  reserve_asset: 1,
  allocate_seat: 1,
  release_seat: 1,
  call: day,
  event: day,
  wait: 7 * day,
  hand_over_asset: 7 * day,
  open_change: 14 * day,
  return_asset: 21 * day,
};

const byPiece: ReadonlySet<string> = new Set(["reserve_asset", "hand_over_asset"]);
/** Every piece of what is handed out is reserved and handed over by itself, because each is a record of its own. */
export const isByPiece = ({ kind }: Pick<StepPlan, "kind">): boolean => byPiece.has(kind);

const single: ReadonlySet<string> = new Set(["return_asset", "allocate_seat", "release_seat"]);
/** There is one of it for a person: a seat is theirs or not, and the asset that comes back is named. */
export const isSingle = ({ kind }: Pick<StepPlan, "kind">): boolean => single.has(kind);

/** A fault of what people write, at its place. */
export type Fault = { readonly path: string; readonly message: string };
type Named = { readonly key: string; readonly after: readonly string[] };

/** Each name once, and after earlier ones only, so that no two can wait for each other. */
export const orderFaults = (field: string, plans: readonly Named[]): Fault[] => {
  const known = new Set<string>();
  return plans.flatMap(({ key, after }, at) => {
    const unknown = after.find((each) => !known.has(each));
    const faults = [
      ...(known.has(key) ? [{ path: `${at}.key`, message: `Another ${field} has this name` }] : []),
      ...(unknown === undefined
        ? []
        : [{ path: `${at}.after`, message: `No ${field} before it is called ${unknown}` }]),
    ];
    known.add(key);
    return faults;
  });
};

const needsModel: ReadonlySet<string> = new Set(["reserve_asset", "allocate_seat", "release_seat"]);
/** Encrypted on the way; plain only to the machine itself, for trying things out. */
const address = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])\S+$/;

/** What a step does not say that it needs, or says and must not. */
export const stepFaults = (steps: readonly StepPlan[]): Fault[] =>
  steps.flatMap((step, at) => {
    const hasModel = "modelId" in step || "modelField" in step;
    return [
      ...(needsModel.has(step.kind) && !hasModel
        ? [{ path: `${at}.modelId`, message: "Of which model? Or which answer names it" }]
        : []),
      ...(step.kind === "wait" && (step.signal === undefined) === (step.untilField === undefined)
        ? [{ path: `${at}.signal`, message: "Either what is told, or the answer that names the day" }]
        : []),
      ...(step.kind === "call" && !address.test(step.url)
        ? [{ path: `${at}.url`, message: "An address that begins with https://" }]
        : []),
    ];
  });
