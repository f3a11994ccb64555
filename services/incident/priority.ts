import * as z from "zod";
import { type Level, Priority } from "./incident.ts";

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
  { impact, urgency }: { readonly impact: z.infer<typeof Level>; readonly urgency: z.infer<typeof Level> },
): z.infer<typeof Priority> => matrix[impact][urgency];
