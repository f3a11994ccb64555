import * as z from "zod";
import { openStep, Verdict } from "../../../shared/approvals/approval.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { barredFrom } from "../access.ts";
import { seatedVia } from "../board-seats.ts";
import type { Change } from "../change.ts";
import { PersonId } from "../change-fields.ts";
import { ChangeBoardDecided } from "../events-board.ts";
import type { Meeting } from "../meeting.ts";
import { decide } from "./authorize.ts";
import { after, type Circumstances, command, happened } from "./command.ts";

const Body = z.strictObject({
  meetingId: z.string().regex(/^CBM\d{7,12}$/, "A meeting of a board such as CBM0000001"),
  verdict: Verdict.describe("Of those present, unless they said otherwise"),
  comment: z.string().trim().min(1).max(2000).optional(),
  otherwise: z
    .array(z.strictObject({ personId: PersonId, verdict: Verdict }))
    .max(20)
    .default([])
    .describe("Who of those present decided otherwise"),
});

const mustBeUnderWay = (meeting: Meeting | undefined): Meeting => {
  if (!meeting)
    throw new Refusal("invalid_input", undefined, [{ path: "body.meetingId", message: "No such meeting" }]);
  if (meeting.state !== "under_way")
    throw new Refusal("rule_violation", `A meeting decides while it is under way, not "${meeting.state}"`);
  return meeting;
};

/** Whoever writes down what others decide has no part in the change, as they could not decide it themselves. */
const mustBeApart = (change: Change, { actor, settings }: Circumstances): void => {
  if (barredFrom(change, settings).includes(actor.id))
    throw new Refusal("rule_violation", "Who asks for it or does the work does not write down the decision");
};

/** Those present whom the open step waits for as members of the meeting's board. */
const votersOf = ({ approval }: Change, { boardId, attendeeIds = [] }: Meeting): string[] => {
  const step = approval?.state === "pending" ? openStep(approval) : undefined;
  const decided = new Set(step?.ballots.map(({ seat }) => seat));
  const seats = step?.seats.filter((seat) => seatedVia(seat, boardId) && !decided.has(seat.id)) ?? [];
  return seats.flatMap(({ personId }) =>
    personId !== undefined && attendeeIds.includes(personId) ? [personId] : [],
  );
};

const stepAt = ({ approval }: Change): number =>
  approval?.state === "pending" ? approval.steps.findIndex(({ state }) => state === "open") : -1;

/**
 * What a board decides on a change in a meeting: each member who is there decides in their own seat, so that
 * quorums, separation of duties and finality are those of any approval. Who decided before keeps to it.
 */
export const decideAtMeeting = command({
  body: Body,
  decide: (change, { verdict, comment, otherwise }, on) => {
    const meeting = mustBeUnderWay(on.meeting);
    mustBeApart(change, on);
    const voters = votersOf(change, meeting);
    if (voters.length === 0)
      throw new Refusal("rule_violation", "It does not wait for anybody of the board who is there");
    const here = stepAt(change);
    let told: Decision<Change> = [];
    let latest = change;
    const people: string[] = [];
    for (const [at, personId] of voters.entries()) {
      if (stepAt(latest) !== here) break;
      const own = otherwise.find((each) => each.personId === personId)?.verdict ?? verdict;
      const voting = { personId, roles: [], verdict: own, channel: "board" as const };
      told = [...told, ...decide(latest, at === 0 ? { ...voting, comment } : voting, on)];
      latest = after(change, told);
      people.push(personId);
    }
    const board = { meetingId: meeting.id, boardId: meeting.boardId, verdict, people };
    const summed = happened(ChangeBoardDecided, latest, {}, { board }, comment ? { comment } : undefined);
    return [...told, summed];
  },
});
