import * as z from "zod";
import { ForeignId } from "../../shared/domain/texts.ts";

/** An asset promised to a person from a moment on until (not including) another. */
export const Reservation = z.object({
  id: z.string().describe("Counts the reservations of the asset: `1`, `2` ..."),
  personId: ForeignId,
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  note: z.string().optional(),
});
export type Reservation = z.infer<typeof Reservation>;

type Span = Pick<Reservation, "from" | "to">;

export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** Times that are not over yet. */
export const ahead = (reservations: readonly Reservation[], now: string): Reservation[] =>
  reservations.filter(({ to }) => to > now);
