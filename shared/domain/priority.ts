import * as z from "zod";

export const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("1 high, 2 medium, 3 low");
export type Level = z.infer<typeof Level>;

export const Priority = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
  .describe("1 critical, 2 high, 3 moderate, 4 low, 5 planning");
export type Priority = z.infer<typeof Priority>;

const Row = z.strictObject({ 1: Priority, 2: Priority, 3: Priority });

/** `matrix[impact][urgency]` is the priority. */
export const PriorityMatrix = z.strictObject({ 1: Row, 2: Row, 3: Row });
export type PriorityMatrix = z.infer<typeof PriorityMatrix>;

/** The field's common 3 x 3 default. */
export const defaultMatrix: PriorityMatrix = {
  1: { 1: 1, 2: 2, 3: 3 },
  2: { 1: 2, 2: 3, 3: 4 },
  3: { 1: 3, 2: 4, 3: 5 },
};

export const priorityOf = (
  matrix: PriorityMatrix,
  { impact, urgency }: { readonly impact: Level; readonly urgency: Level },
): Priority => matrix[impact][urgency];
