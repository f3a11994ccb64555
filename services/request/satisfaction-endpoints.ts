import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { ForeignId } from "../../shared/domain/texts.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { followsUp } from "./access.ts";
import type { RequestContext } from "./context.ts";
import { target } from "./edges.ts";
import { followUpFor } from "./follow-up.ts";
import { PersonId, SurveyId, TeamId } from "./ids.ts";
import { monthsBetween, readScores, Scores } from "./scores.ts";
import {
  AnswerFields,
  AssignFields,
  answerSurvey,
  assignFollowUp,
  FollowUpFields,
  followUpSurvey,
  Survey,
  surveyLifecycle,
} from "./survey.ts";

const params = z.object({ satisfactionSurveyId: SurveyId });
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "A month such as 2027-03");

const mostMonths = 24;
const kinds = [
  ["serviceId", "service"],
  ["teamId", "team"],
  ["catalogItemId", "item"],
] as const;

const mustFollowUp = (actor: Actor, survey: Survey): void => {
  if (!followsUp(actor, survey)) throw new Refusal("rule_violation", "Only for who is to follow it up");
};

/** How people were served: asked, answered, followed up, and counted. */
export const satisfactionEndpoints = [
  endpoint({
    id: "listSatisfactionSurveys",
    summary:
      "What the caller is asked, newest first; for who manages requests, all in a state, such as low scores",
    route: "GET /satisfaction-surveys",
    permission: "request:read",
    query: z.strictObject({
      personId: PersonId.optional(),
      state: surveyLifecycle.State.default("asked"),
      ownerId: PersonId.optional().describe("Low scores that this person is to follow up, by when"),
      ownerTeamId: TeamId.optional().describe("Low scores that this team is to follow up, by when"),
      ...pageQuery,
    }),
    reply: pageOf(Survey),
    refusals: ["invalid_cursor"],
    handle: (
      { query: { personId, state, ownerId, ownerTeamId, ...page }, actor },
      { surveys }: RequestContext,
    ) => {
      const isOwn =
        personId === actor.id ||
        (personId === undefined && ownerId === actor.id) ||
        (personId === undefined && ownerTeamId !== undefined && actor.teams.includes(ownerTeamId));
      if (!isOwn && !may(actor, "request:read_all"))
        throw new Refusal("forbidden", "Ask with personId, ownerId or ownerTeamId: your own");
      if (ownerId !== undefined || ownerTeamId !== undefined) {
        const partition =
          ownerId === undefined ? target.followUpOfTeam(ownerTeamId ?? "") : target.followUp(ownerId);
        return surveys.list({ index: "byTarget", partition, edges: true }, page);
      }
      return personId === undefined
        ? surveys.list({ index: "byState", partition: `survey#${state}`, newestFirst: true }, page)
        : surveys.list(
            { index: "byOwner", partition: `${personId}#survey#${state}`, newestFirst: true },
            page,
          );
    },
  }),
  endpoint({
    id: "getSatisfactionSurvey",
    summary: "Read what somebody is asked, and what they answered",
    route: "GET /satisfaction-surveys/{satisfactionSurveyId}",
    permission: "request:read",
    params,
    reply: Survey,
    refusals: ["not_found"],
    handle: ({ params: { satisfactionSurveyId: id } }, { surveys }: RequestContext) => surveys.get(id),
  }),
  endpoint({
    id: "listSatisfactionSurveyHistory",
    summary: "When somebody was asked, answered, and what was done about it",
    route: "GET /satisfaction-surveys/{satisfactionSurveyId}/history",
    permission: "request:read",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { satisfactionSurveyId: id }, query }, { surveys }: RequestContext) =>
      surveys.history(id, query),
  }),
  endpoint({
    id: "answerSatisfactionSurvey",
    summary: "Say how one was served, once",
    route: "POST /satisfaction-surveys/{satisfactionSurveyId}/answer",
    permission: "request:order",
    params,
    body: AnswerFields,
    reply: Survey,
    refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
    handle: async (
      { params: { satisfactionSurveyId: id }, body, actor, ifMatch },
      context: RequestContext,
    ) => {
      const { lowScore } = await context.settings();
      const followUp = await followUpFor(await context.surveys.get(id), context);
      return context.surveys.update(id, ifMatch, (survey) => {
        if (survey.personId !== actor.id)
          throw new Refusal("rule_violation", "Only who was asked answers it");
        return answerSurvey(survey, body, { lowScore, followUp, now: context.now() });
      });
    },
  }),
  endpoint({
    id: "followUpSatisfactionSurvey",
    summary: "Say what was done about a low score: for who is to follow it up",
    route: "POST /satisfaction-surveys/{satisfactionSurveyId}/follow-up",
    permission: "request:comment",
    params,
    body: FollowUpFields,
    reply: Survey,
    refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
    handle: ({ params: { satisfactionSurveyId: id }, body, actor, ifMatch }, { surveys }: RequestContext) =>
      surveys.update(id, ifMatch, (survey) => {
        mustFollowUp(actor, survey);
        return followUpSurvey(survey, body, actor.id);
      }),
  }),
  endpoint({
    id: "assignSatisfactionFollowUp",
    summary: "Give a low score to another person or team to follow up, or until another time",
    route: "POST /satisfaction-surveys/{satisfactionSurveyId}/assign",
    permission: "request:comment",
    params,
    body: AssignFields,
    reply: Survey,
    refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
    handle: ({ params: { satisfactionSurveyId: id }, body, actor, ifMatch }, { surveys }: RequestContext) =>
      surveys.update(id, ifMatch, (survey) => {
        mustFollowUp(actor, survey);
        return assignFollowUp(survey, body);
      }),
  }),
  endpoint({
    id: "getSatisfactionScores",
    summary: "How people were served by a service, a team or with a catalog item, month by month",
    route: "GET /satisfaction-scores",
    permission: "request:work",
    query: z.strictObject({
      serviceId: ForeignId.optional(),
      teamId: ForeignId.optional(),
      catalogItemId: ForeignId.optional(),
      from: Month.optional().describe("This month unless given"),
      to: Month.optional().describe("This month unless given"),
    }),
    reply: Scores,
    refusals: ["rule_violation"],
    handle: ({ query: { from, to, ...measures } }, { scores, now }: RequestContext) => {
      const [chosen, another] = kinds.flatMap(([name, by]) => {
        const id = measures[name];
        return id === undefined ? [] : [{ by, id }];
      });
      if (chosen === undefined || another !== undefined)
        throw new Refusal("rule_violation", "Ask for one service, team or catalog item");
      const last = to ?? now().slice(0, 7);
      const months = monthsBetween(from ?? last, last);
      if (months.length < 1 || months.length > mostMonths)
        throw new Refusal("rule_violation", `From one to ${mostMonths} months`);
      return readScores(chosen.by, chosen.id, months, scores);
    },
  }),
];
