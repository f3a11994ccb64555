import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import {
  SatisfactionAnswered,
  SatisfactionAsked,
  SatisfactionFollowedUp,
  SatisfactionFollowUpAssigned,
} from "./events-satisfaction.ts";
import { PersonId, SurveyId, TeamId } from "./ids.ts";

/** How somebody was served, asked once when it is over (customer satisfaction, CSAT). */
export const surveyLifecycle = defineLifecycle(["asked", "answered", "low", "followed_up"], {
  answer: { from: ["asked"], to: "answered" },
  answer_low: { from: ["asked"], to: "low" },
  assign: { from: ["low"], to: "low" },
  follow_up: { from: ["low"], to: "followed_up" },
});

/** What satisfaction is counted by. */
export const Measures = z.object({
  serviceId: z.string().optional(),
  teamId: z.string().optional(),
  serviceIds: z.array(z.string()).optional().describe("All services of what was asked for"),
  teamIds: z.array(z.string()).optional().describe("All teams that served"),
  catalogItemIds: z.array(z.string()).optional(),
});
export type Measures = z.infer<typeof Measures>;

export const Survey = z
  .object({
    id: SurveyId,
    ...recordFields,
    state: surveyLifecycle.State.describe("`low`: somebody is to follow up"),
    personId: PersonId.describe("Who is asked"),
    about: z.object({ kind: z.enum(["request", "incident"]), id: z.string() }),
    ...Measures.shape,
    askedAt: z.iso.datetime(),
    score: z.number().int().optional().describe("1 very bad to 5 very good"),
    comment: z.string().optional(),
    answeredAt: z.iso.datetime().optional(),
    ownerId: PersonId.optional().describe("Who is to follow up a low score"),
    ownerTeamId: TeamId.optional().describe("The team of which somebody is to follow it up"),
    dueAt: z.iso.datetime().optional().describe("Until when"),
    followUp: z.string().optional().describe("What was done about a low score"),
    followedUpBy: PersonId.optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "SatisfactionSurvey" });
export type Survey = z.infer<typeof Survey> & RecordBase;

const Text = z.string().trim().min(1).max(2000);
export const AnswerFields = z.strictObject({
  score: z.number().int().min(1).max(5).describe("1 very bad to 5 very good"),
  comment: Text.optional(),
});
export const FollowUpFields = z.strictObject({ text: Text.describe("What was done about it") });

const happened = (
  event: typeof SatisfactionAsked,
  before: Survey,
  changes: Partial<Survey>,
  confidential?: Readonly<Record<string, unknown>>,
): Decision<Survey> => {
  const after = { ...before, ...changes };
  const { id, state, personId, about, serviceId, teamId, serviceIds, teamIds, catalogItemIds, score } = after;
  const { ownerId, ownerTeamId, dueAt } = after;
  const survey = {
    ...{ id, state, personId, about, serviceId, teamId, serviceIds, teamIds, catalogItemIds, score },
    ...{ ownerId, ownerTeamId, dueAt },
  };
  return [occurred(event, { survey }, changes, confidential)];
};

export const askSatisfaction = (
  id: string,
  asked: Pick<Survey, "personId" | "about"> & Measures,
  now: string,
): Decision<Survey> =>
  happened(SatisfactionAsked, { id } as Survey, { ...asked, state: "asked", askedAt: now });

/** Up to which score somebody follows up, who and until when. */
type Answering = {
  readonly lowScore: number;
  readonly followUp: Pick<Survey, "ownerId" | "ownerTeamId" | "dueAt">;
  readonly now: string;
};

export const answerSurvey = (
  survey: Survey,
  { score, comment }: z.infer<typeof AnswerFields>,
  { lowScore, followUp, now }: Answering,
): Decision<Survey> => {
  const isLow = score <= lowScore;
  const state = surveyLifecycle.next(survey.state, isLow ? "answer_low" : "answer");
  const work = isLow ? followUp : {};
  return happened(SatisfactionAnswered, survey, { state, score, comment, answeredAt: now, ...work });
};

/** Whose a low score is from now on. */
export const AssignFields = z
  .strictObject({
    ownerId: PersonId.optional(),
    ownerTeamId: TeamId.optional(),
    dueAt: z.iso.datetime().optional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, "Say who, which team or until when");

export const assignFollowUp = (survey: Survey, fields: z.infer<typeof AssignFields>): Decision<Survey> => {
  const state = surveyLifecycle.next(survey.state, "assign");
  // Another team has people of its own.
  const without = fields.ownerTeamId === undefined ? {} : { ownerId: undefined };
  return happened(SatisfactionFollowUpAssigned, survey, { state, ...without, ...fields });
};

export const followUpSurvey = (
  survey: Survey,
  { text }: z.infer<typeof FollowUpFields>,
  personId: string,
): Decision<Survey> =>
  happened(SatisfactionFollowedUp, survey, {
    state: surveyLifecycle.next(survey.state, "follow_up"),
    followUp: text,
    followedUpBy: personId,
  });
