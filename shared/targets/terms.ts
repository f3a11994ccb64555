import * as z from "zod";

const Name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]{0,39}$/, "Letters, digits and _, beginning with a small letter");
const Id = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .regex(/^[^\p{Cc}#]*$/u, "No control characters and no #");

/** A value of a fact, compared exactly: `1` is not `"1"`. */
const FactValue = z.union([Id, z.number().int().min(-1_000_000).max(1_000_000), z.boolean()]);
export type FactValue = z.infer<typeof FactValue>;

/** What is known of a record at a moment: named values; a fact that is not there matches no condition on it. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** `{ state: ["on_hold"], priority: [1, 2] }`: every fact named has one of its values. `{}` always holds. */
export const Condition = z
  .record(Name, z.array(FactValue).min(1).max(50))
  .refine((named) => Object.keys(named).length <= 20, "At most 20 facts")
  .describe("Every fact named has one of its values; without any it always holds");
export type Condition = z.infer<typeof Condition>;

/** How much time there is, counted on the metric's calendar. Zero: at once. */
export const Target = z
  .strictObject({
    amount: z.number().int().min(0).max(100_000),
    unit: z.enum(["minutes", "hours", "working_days"]),
    endOfDay: z
      .boolean()
      .optional()
      .describe("For working days: until that day's closing, not the time of day"),
  })
  .refine(({ unit, amount }) => unit !== "working_days" || amount <= 1000, {
    path: ["amount"],
    message: "At most 1000 working days",
  })
  .refine(({ unit, endOfDay }) => unit === "working_days" || !endOfDay, {
    path: ["endOfDay"],
    message: "Only working days end with a day",
  });

const Minutes = z.number().int().min(0).max(1_000_000);
const Days = z
  .number()
  .int()
  .min(1)
  .max(1000)
  .describe(
    "So many working days more, counted from the due time: at its time of day, or at closing for a target until the end of a day",
  );

/** When a point falls, in time of the clock: it waits while the clock pauses and while the calendar is closed. */
const PointTime = z.union([
  z.strictObject({
    percent: z.number().int().min(0).max(1000).describe("Of the target; 100 is the due time"),
  }),
  z.strictObject({
    minutesBefore: Minutes.describe("Working minutes before it is due, the start at the earliest"),
    workingDays: Days.optional(),
  }),
  z.strictObject({
    minutesAfter: Minutes.describe("Working minutes after it was due"),
    workingDays: Days.optional(),
  }),
]);

/** What is done when a point falls. The record's own service decides what raising means for it. */
export const PointAction = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("notify"),
    to: z
      .array(Id)
      .min(1)
      .max(20)
      .describe("Roles on the record, such as `team` or `lead`, or ids of people"),
  }),
  z.strictObject({ do: z.literal("reassign"), teamId: Id }),
  z.strictObject({ do: z.literal("raise"), levels: z.number().int().min(1).max(4).default(1) }),
]);
export type PointAction = z.infer<typeof PointAction>;

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;

const Point = z.strictObject({
  id: Name.describe("Unique in its metric, such as `half` or `lastHour`"),
  at: PointTime,
  actions: z.array(PointAction).max(5).default([]),
});

const Metric = z.strictObject({
  metric: Name.describe(
    "What is measured: `respond`, `resolve` or another; the record's due time is `resolve`'s",
  ),
  target: Target,
  calendarId: Id.optional().describe("Calendar the time is counted on; around the clock without one"),
  starts: Condition.default({}).describe("The clock starts when this first holds"),
  pauses: z.array(Condition).max(10).default([]).describe("It rests while any of these holds"),
  stops: Condition.describe("It is settled when this holds"),
  again: z
    .enum(["continue", "restart", "stay"])
    .default("continue")
    .describe("When what stopped it no longer holds: go on, begin anew, or stay settled"),
  onBreach: z.array(PointAction).max(5).default([]).describe("What is done when the time is over"),
  points: z
    .array(Point)
    .max(10)
    .default([])
    .refine((points) => unique(points.map(({ id }) => id)), "Each point has its own id"),
});

/**
 * Terms under which clocks run on records of one kind: which records, what is measured, and what is done on
 * the way. Stored and published by whoever owns the policies; read by whoever owns the records.
 */
export const PolicyTerms = z.strictObject({
  kind: Name.describe("Kind of record it is about"),
  where: Condition.default({}).describe("Which records it is about, by their present facts"),
  internal: z.boolean().default(false).describe("Between teams: not shown to those the record is for"),
  metrics: z
    .array(Metric)
    .min(1)
    .max(10)
    .refine((metrics) => unique(metrics.map(({ metric }) => metric)), "Each metric once"),
});
export type PolicyTerms = z.infer<typeof PolicyTerms>;
