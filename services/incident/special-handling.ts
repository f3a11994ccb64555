import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { type Incident, PersonId } from "./incident.ts";

const Vip = z.strictObject({
  personId: PersonId,
  note: z.string().trim().min(1).max(500).optional().describe("What agents do differently for this person"),
});

export const Vips = z
  .array(Vip)
  .max(500)
  .refine(
    (vips) => new Set(vips.map(({ personId }) => personId)).size === vips.length,
    "Name each person once",
  )
  .refine(fitsBytes(96_000), "At most 96 kB in all");

type Handling = Pick<Partial<Incident>, "vip" | "handlingNote">;
type Rules = {
  readonly vips: z.infer<typeof Vips>;
  readonly vipUrgency: "keep" | "raise";
};

/** How incidents of a caller are handled; nothing for most. */
export const handlingOf = (callerId: string, { vips }: Rules): Handling => {
  const vip = vips.find(({ personId }) => personId === callerId);
  if (!vip) return {};
  return vip.note === undefined ? { vip: true } : { vip: true, handlingNote: vip.note };
};

/** The same as changes of an incident whose caller changes. */
export const handlingChanges = (
  { vip, handlingNote }: Handling,
  callerId: string | undefined,
  rules: Rules,
): Handling => {
  if (callerId === undefined) return {};
  const next = handlingOf(callerId, rules);
  return {
    ...(next.vip === vip ? {} : { vip: next.vip }),
    ...(next.handlingNote === handlingNote ? {} : { handlingNote: next.handlingNote }),
  };
};

/** The urgency a report begins with. */
export const urgencyFor = (
  callerId: string,
  urgency: Incident["urgency"],
  rules: Rules,
): Incident["urgency"] => {
  if (rules.vipUrgency === "keep" || !handlingOf(callerId, rules).vip) return urgency;
  return urgency === 3 ? 2 : 1;
};
