import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import {
  type Answered,
  type Departure,
  type DepartureFields,
  departureLifecycle,
  type Holder,
  holders,
} from "../departure.ts";
import {
  DepartureAnswered,
  DepartureAsked,
  DepartureCancelled,
  type DepartureEvent,
  DepartureFinished,
} from "../events-departures.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** What people have to bring back takes days. */
const askEvery = day;
/** Indexes lag behind by seconds: what was given in the last moment is seen by the second look. */
const lookAgainAfter = 2 * minute;

const later = (now: string, by: number): string => new Date(Date.parse(now) + by).toISOString();

const happened = (
  event: EventType<DepartureEvent>,
  departure: Departure,
  changes: Partial<Departure>,
): Occurrence<Departure> => {
  const after = { ...departure, ...changes };
  const { id, personId, kind, lastAt, handOverTo, leaveTeamIds, state, round } = after;
  const left = after.answers.reduce((sum, { count }) => sum + count, 0);
  const snapshot = { id, personId, kind, lastAt, handOverTo, leaveTeamIds, state, round, left };
  return occurred(event, { departure: snapshot }, changes);
};

/** Asks again after a day, but not later than when the person is gone. */
const nextAsk = (now: string, lastAt: string): string => {
  const usual = later(now, askEvery);
  return now < lastAt && lastAt < usual ? lastAt : usual;
};

/** Who moves leaves some teams; who leaves, leaves all. */
const mustFit = ({ kind, leaveTeamIds }: DepartureFields): void => {
  if ((kind === "moves") === leaveTeamIds.length > 0) return;
  const wrong =
    kind === "moves"
      ? { path: "body.leaveTeamIds", message: "Which teams does the person leave?" }
      : { path: "body.leaveTeamIds.0", message: "Who leaves, leaves all teams" };
  throw new Refusal("invalid_input", undefined, [wrong]);
};

export const startDeparture = (id: string, fields: DepartureFields, now: string): Decision<Departure> => {
  mustFit(fields);
  const lastAt = new Date(fields.lastAt).toISOString();
  const begun = {
    ...fields,
    lastAt,
    state: "open" as const,
    round: 1,
    askedAt: now,
    answers: [],
    isClear: false,
  };
  return [
    happened(DepartureAsked, { id } as unknown as Departure, { ...begun, nextAskAt: nextAsk(now, lastAt) }),
  ];
};

/** Every service looks again, and does what can be done by now. */
export const ask = (departure: Departure, now: string): Decision<Departure> => {
  departureLifecycle.next(departure.state, "ask");
  const { lastAt } = departure;
  const changes = { round: departure.round + 1, askedAt: now, nextAskAt: nextAsk(now, lastAt) };
  return [happened(DepartureAsked, departure, changes)];
};

export const askIfDue = (departure: Departure, now: string): Decision<Departure> =>
  departure.state === "open" && departure.nextAskAt !== undefined && departure.nextAskAt <= now
    ? ask(departure, now)
    : [];

/** Everybody has answered this very round with nothing, after the last day. */
const isAllClear = ({ answers, round, askedAt, lastAt }: Departure): boolean =>
  askedAt >= lastAt &&
  holders.every((holder) =>
    answers.some((each) => each.holder === holder && each.round === round && each.count === 0),
  );

/** A service's answer; those of earlier rounds come too late. The second time that nothing is left ends it. */
export const takeAnswer = (
  departure: Departure,
  holder: Holder,
  { round, count, holdings }: Answered,
  now: string,
): Decision<Departure> => {
  const known = departure.answers.find((each) => each.holder === holder);
  if (departure.state !== "open" || round <= (known?.round ?? 0)) return [];
  const others = departure.answers.filter((each) => each.holder !== holder);
  const answers = [...others, { holder, round, count, holdings }].toSorted((a, b) =>
    a.holder < b.holder ? -1 : 1,
  );
  const isClear = isAllClear({ ...departure, answers });
  const wasClear = departure.isClear && count === 0;
  const look = isClear && !wasClear ? { nextAskAt: later(now, lookAgainAfter) } : {};
  const answered = happened(DepartureAnswered, departure, { answers, isClear: isClear || wasClear, ...look });
  if (!isClear || !wasClear) return [answered];
  const state = departureLifecycle.next(departure.state, "finish");
  const finished = { state, finishedAt: now, nextAskAt: undefined };
  return [answered, happened(DepartureFinished, { ...departure, answers }, finished)];
};

export const cancelDeparture = (departure: Departure): Decision<Departure> => [
  happened(DepartureCancelled, departure, {
    state: departureLifecycle.next(departure.state, "cancel"),
    nextAskAt: undefined,
  }),
];
