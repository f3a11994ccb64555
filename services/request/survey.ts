import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { SatisfactionAnswered, SatisfactionAsked, SatisfactionFollowedUp } from "./events-satisfaction.ts";
import { PersonId, SurveyId } from "./ids.ts";

/** How somebody was served, asked once when it is over (customer satisfaction, CSAT). */
export const surveyLifecycle = defineLifecycle(["asked", "answered", "low", "followed_up"], {
  answer: { from: ["asked"], to: "answered" },
  answer_low: { from: ["asked"], to: "low" },
  follow_up: { from: ["low"], to: "followed_up" },
});

/** What satisfaction is counted by. */
export const Measures = z.object({
  serviceId: z.string().optional(),
  teamId: z.string().optional(),
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
  const { id, state, personId, about, serviceId, teamId, catalogItemIds, score } = { ...before, ...changes };
  const survey = { id, state, personId, about, serviceId, teamId, catalogItemIds, score };
  return [occurred(event, { survey }, changes, confidential)];
};

export const askSatisfaction = (
  id: string,
  asked: Pick<Survey, "personId" | "about"> & Measures,
  now: string,
): Decision<Survey> =>
  happened(SatisfactionAsked, { id } as Survey, { ...asked, state: "asked", askedAt: now });

export const answerSurvey = (
  survey: Survey,
  { score, comment }: z.infer<typeof AnswerFields>,
  lowScore: number,
  now: string,
): Decision<Survey> => {
  const state = surveyLifecycle.next(survey.state, score <= lowScore ? "answer_low" : "answer");
  return happened(SatisfactionAnswered, survey, { state, score, comment, answeredAt: now });
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
