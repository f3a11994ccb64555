import * as z from "zod";
import { ForeignId } from "../domain/texts.ts";
import { openStep, peopleOf } from "./awaited.ts";
import { Rule } from "./policy.ts";

export { awaited, openStep } from "./awaited.ts";

/** One voice in a step. A person's own, or a role's: that of the first who has it. */
const Seat = z.object({
  id: z.string(),
  personId: z.string().optional(),
  role: z.string().optional(),
  via: z.string().optional().describe("Why this person, such as `team:network`"),
  deputies: z
    .array(z.object({ personId: z.string(), from: z.iso.datetime(), until: z.iso.datetime() }))
    .optional()
    .describe("Who decides instead while the person is away"),
});
export type Seat = z.infer<typeof Seat>;

export const Verdict = z.enum(["approve", "reject", "abstain"]);
export type Verdict = z.infer<typeof Verdict>;

export const Channel = z.enum(["api", "link", "board"]);
export type Channel = z.infer<typeof Channel>;

const Ballot = z.object({
  seat: z.string(),
  personId: z.string().describe("Who decided"),
  onBehalfOf: z.string().optional().describe("Whose seat it is, when that person had named this one"),
  verdict: Verdict,
  at: z.iso.datetime(),
  comment: z.string().optional(),
  channel: Channel,
});
export type Ballot = z.infer<typeof Ballot>;

const Step = z.object({
  name: z.string(),
  rule: Rule,
  oneRejectionEnds: z.boolean(),
  state: z.enum(["waiting", "open", "approved", "rejected", "expired", "void"]),
  needed: z.number().int().describe("So many seats must approve"),
  seats: z.array(Seat),
  ballots: z.array(Ballot),
  remindHours: z.number().optional(),
  expiresHours: z.number().optional(),
  openedAt: z.iso.datetime().optional(),
  remindAt: z.iso.datetime().optional(),
  expiresAt: z.iso.datetime().optional(),
});
export type Step = z.infer<typeof Step>;

/**
 * A question put to people and how they decided it: a value on the record it is about, so that the decision
 * and what follows from it are written as one. It is decided once; asking again is another round.
 */
export const Approval = z.object({
  round: z.number().int(),
  state: z.enum(["pending", "approved", "rejected", "expired", "void"]),
  askedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  barred: z.array(ForeignId).describe("Who may not decide, because they ask or do the work"),
  steps: z.array(Step),
});
export type Approval = z.infer<typeof Approval>;

/** Everybody who has ever been asked by name, for who may see what they are asked about. */
export const electorate = (approval: Approval | undefined): string[] => [
  ...new Set(
    (approval?.steps ?? []).flatMap(({ seats, ballots }) => [
      ...seats.flatMap(peopleOf),
      ...ballots.map(({ personId }) => personId),
    ]),
  ),
];

/** Who has said yes, themselves or for another. */
export const approvedBy = (approval: Approval | undefined): string[] => [
  ...new Set(
    (approval?.steps ?? []).flatMap(({ ballots }) =>
      ballots.filter(({ verdict }) => verdict === "approve").map(({ personId }) => personId),
    ),
  ),
];

/** When time alone changes something about it: a reminder, or its end. */
export const dueAt = (approval: Approval | undefined): string | undefined => {
  const step = approval?.state === "pending" ? openStep(approval) : undefined;
  return [step?.remindAt, step?.expiresAt].filter((at) => at !== undefined).toSorted()[0];
};
