import { absent, type Count, type Fact, type MeasuredKind } from "../../../shared/dynamo/measured.ts";
import { dimensionsOf } from "./names.ts";

/** What reporting keeps of somebody who was asked how they were served; not who it was. */
export type KnownSurvey = {
  readonly state: string;
  readonly about: { readonly kind: string; readonly id: string };
  readonly serviceId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly score?: number | undefined;
};

export const knownSurvey = ({ state, about, serviceId, teamId, score }: KnownSurvey): KnownSurvey => ({
  state,
  about: { kind: about.kind, id: about.id },
  serviceId,
  teamId,
  score,
});

/** The moments that no field of a survey dates. */
export const surveyMoments = { asked: "asked", answered: "answered" } as const;

/** From this score on somebody is satisfied (the two best of five, as the field counts CSAT). */
const satisfiedFrom = 4;

/** What a survey counts in: asked on the day it was sent, answered on the day somebody said something. */
export const surveyCounts = (_id: string, { known, moments }: Fact<KnownSurvey>): readonly Count[] => {
  const { about, serviceId, teamId, score } = known;
  const where = { level: absent, by: dimensionsOf({ team: teamId, service: serviceId, about: about.kind }) };
  const askedAt = moments?.[surveyMoments.asked]?.at;
  const answeredAt = moments?.[surveyMoments.answered]?.at;
  const asked: readonly Count[] = askedAt === undefined ? [] : [{ figure: "asked", at: askedAt, ...where }];
  if (score === undefined || answeredAt === undefined) return asked;
  const figure = score >= satisfiedFrom ? "satisfied" : "unsatisfied";
  return [
    ...asked,
    { figure: "answered", at: answeredAt, sums: { score }, ...where },
    { figure, at: answeredAt, ...where },
  ];
};

export const surveyKind: MeasuredKind<KnownSurvey> = { kind: "survey", edition: 1, counts: surveyCounts };
