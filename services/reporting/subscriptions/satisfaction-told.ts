import type { EventMeta } from "../../../shared/events/event-type.ts";
import {
  SatisfactionAnswered,
  SatisfactionAsked,
  satisfactionEvents,
} from "../../request/events-satisfaction.ts";
import { type KnownSurvey, knownSurvey, surveyMoments } from "../kinds/survey.ts";
import { eventsAbout } from "./events-about.ts";

const moments: Readonly<Record<string, string>> = {
  [SatisfactionAsked.type]: surveyMoments.asked,
  [SatisfactionAnswered.type]: surveyMoments.answered,
};

/** The moment that an event is of something no field of the survey dates. */
export const surveyMoment = (type: string, { occurredAt }: Pick<EventMeta, "occurredAt">) => {
  const name = moments[type];
  return name === undefined ? undefined : { name, at: occurredAt };
};

export const satisfactionTold = eventsAbout(
  "survey",
  satisfactionEvents,
  ({ type, meta, snapshot }: { type: string; meta: EventMeta; snapshot: KnownSurvey }, { measures }) =>
    measures.survey.keep(meta, knownSurvey(snapshot), surveyMoment(type, meta)),
);
