import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { mustBeSeparate } from "../access.ts";
import type { Change } from "../change.ts";
import { Outcome, Risk } from "../change-fields.ts";
import { pathOf } from "../change-type.ts";
import {
  ChangeAssessed,
  ChangeCancelled,
  ChangeClosed,
  ChangeImplementationStarted,
  ChangeImplemented,
  ChangeReviewed,
  ChangeScheduled,
  ChangeSubmitted,
} from "../events.ts";
import { missingFields, missingPlans } from "../model.ts";
import { askForApproval, isAuthorized, withApprovalVoid } from "./authorize.ts";
import {
  after,
  type Circumstances,
  command,
  happened,
  modelOf,
  mustBeItsTurn,
  mustBeUsable,
  mustHave,
} from "./command.ts";
import { withTasksEnded } from "./end-tasks.ts";
import { withExceptionVoid } from "./exception.ts";
import { mustBeFreeNow, mustBeScheduable } from "./freezes.ts";
import { judged } from "./judge-risk.ts";
import { withModifications } from "./modify.ts";

/** Plans and a window are there before anybody is asked to approve them, or before it stands in the schedule. */
const mustBePlanned = (change: Change, on: Circumstances): void => {
  const window = (["plannedStart", "plannedEnd"] as const).filter((end) => change[end] === undefined);
  const plans = missingPlans(modelOf(change, on), change).map((name) => `plans.${name}`);
  mustHave([...window, ...plans], "It is planned before anybody approves it");
};

export const submit = command({
  body: z.strictObject({}),
  decide: (change, _body, on) => {
    const state = pathOf[change.type].next(change.state, "submit");
    mustBeUsable(change, on);
    mustHave(missingFields(modelOf(change, on), change), "Its model asks for more");
    if (state !== "assess") mustBePlanned(change, on);
    if (state === "assess") return [happened(ChangeSubmitted, change, { state }, {})];
    // Nobody assesses it: its risk is what the rules say.
    const risk = on.risk ? judged(change, on) : {};
    if (state === "scheduled") {
      mustBeScheduable(change, on.freezes ?? []);
      return [happened(ChangeScheduled, change, { ...risk, state }, {})];
    }
    const submitted = [happened(ChangeSubmitted, change, { ...risk, state }, {})];
    return [...submitted, ...askForApproval(after(change, submitted), on)];
  },
});

const Answers = z
  .record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), z.string().max(200))
  .refine((answers) => Object.keys(answers).length <= 20, "At most 20 answers");

/** What of the questionnaire is not answered, or not with one of its answers. */
const mustBeAnswered = (answers: Readonly<Record<string, string>>, { risk }: Circumstances): void => {
  const { questions = [], mustAnswer = false } = risk?.settings ?? {};
  const wrong = questions.filter(({ id, options }) => {
    const answer = answers[id];
    return answer === undefined ? mustAnswer : options.every(({ value }) => value !== answer);
  });
  const unknown = Object.keys(answers).filter((id) => questions.every((question) => question.id !== id));
  const places = [...wrong.map(({ id }) => id), ...unknown];
  if (places.length === 0) return;
  const violations = places.map((id) => ({
    path: `body.answers.${id}`,
    message: "One of the question's answers",
  }));
  throw new Refusal("rule_violation", "The questionnaire is to be answered", violations);
};

/** Its risk is worked out with every reason, and then those who have to are asked. */
export const assess = command({
  body: z.strictObject({
    answers: Answers.default({}).describe("To the questionnaire, by the question's id"),
    risk: Risk.optional().describe("As whoever assesses it sees it; the highest counts"),
  }),
  decide: (change, { answers, risk }, on) => {
    const state = pathOf[change.type].next(change.state, "assess");
    mustBePlanned(change, on);
    mustBeAnswered(answers, on);
    const changes = { state, answers, ...judged(change, on, answers, risk) };
    const assessed = [happened(ChangeAssessed, change, changes, {})];
    return [...assessed, ...askForApproval(after(change, assessed), on)];
  },
});

/** What was approved is done when it was approved for: conflicts were looked for then. */
const mustBeInWindow = ({ plannedStart, plannedEnd }: Change, now: string): void => {
  if (plannedStart !== undefined && plannedEnd !== undefined && plannedStart <= now && now < plannedEnd)
    return;
  throw new Refusal("rule_violation", `It begins in its window, ${plannedStart} to ${plannedEnd}`);
};

/** The last gate: nothing begins that was not authorised as it is, nor by somebody who approved it. */
export const start = command({
  body: z.strictObject({}),
  decide: (change, _body, on) => {
    const { actor, now, settings, freezes = [] } = on;
    const state = pathOf[change.type].next(change.state, "start");
    if (!isAuthorized(change)) throw new Refusal("rule_violation", "It is not authorised");
    mustBeUsable(change, on);
    mustBeItsTurn(on);
    mustBeSeparate(actor.id, change, settings);
    if (settings.beginsInWindow) mustBeInWindow(change, now);
    mustBeFreeNow(change, freezes, now);
    return [happened(ChangeImplementationStarted, change, { state, actualStart: now }, {})];
  },
});

export const complete = command({
  body: z.strictObject({
    outcome: Outcome.default("successful"),
    text: LongText.optional().describe("What came of it"),
  }),
  decide: (change, { outcome, text }, { now, settings }) => {
    const state = pathOf[change.type].next(change.state, "complete");
    const changes = { state, actualEnd: now, outcome, outcomeText: text };
    const done = withModifications(change, [happened(ChangeImplemented, change, changes, {})], now);
    return withTasksEnded(change, done, outcome === "backed_out" ? "cancel" : settings.openTasks, now);
  },
});

const Review = z.strictObject({
  outcome: Outcome,
  text: LongText.describe("What was learnt: what went well, what did not, what is done about it"),
});

const reviewed = (change: Change, found: z.infer<typeof Review>, { actor, now }: Circumstances) => {
  const review = { ...found, reviewerId: actor.id, at: now };
  const changes = { review, outcome: found.outcome };
  return withModifications(change, [happened(ChangeReviewed, change, changes, {})], now);
};

/** Looking back (post-implementation review); what it finds counts from then on. */
export const review = command({
  body: Review,
  decide: (change, found, on) => {
    if (change.state !== "review")
      throw new Refusal("illegal_transition", `"review" is not possible in state "${change.state}"`);
    return reviewed(change, found, on);
  },
});

const needsReview = (change: Change, on: Circumstances): boolean => {
  const rule = modelOf(change, on).review;
  return (
    change.review === undefined &&
    (rule === "always" || (rule !== "never" && change.outcome !== "successful"))
  );
};

export const close = command({
  body: z.strictObject({ review: Review.optional() }),
  decide: (change, { review: found }, on) => {
    const state = pathOf[change.type].next(change.state, "close");
    const before: Decision<Change> = found ? reviewed(change, found, on) : [];
    const latest = after(change, before);
    if (needsReview(latest, on)) throw new Refusal("rule_violation", "It is reviewed before it is closed");
    const { openParts = [] } = on;
    if (openParts.length > 0)
      throw new Refusal("rule_violation", `Its parts come first: ${openParts.join(", ")}`);
    const closed = happened(ChangeClosed, latest, { state, closedAt: on.now }, {});
    return withTasksEnded(change, [...before, closed], "cancel", on.now);
  },
});

export const cancel = command({
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  decide: (change, { reason }, { now }) => {
    const state = pathOf[change.type].next(change.state, "cancel");
    const changes = {
      state,
      cancellation: reason,
      ...withApprovalVoid(change, now),
      ...withExceptionVoid(change, now),
    };
    return withTasksEnded(change, [happened(ChangeCancelled, change, changes, {})], "cancel", now);
  },
});
