import { presentFacts } from "../../services/incident/clock-facts.ts";
import { type Incident, isOpen } from "../../services/incident/incident.ts";
import { incidentRecords } from "../../services/incident/table.ts";
import { fold, type HistoryEntry } from "../../shared/dynamo/record.ts";
import { clocksOf, type Terms } from "../../shared/targets/clocks.ts";
import { passedOf } from "../../shared/targets/passed.ts";
import type { PassedPoint } from "../../shared/targets/passed-point.ts";
import { summaryOf } from "../../shared/targets/summary.ts";
import type { Facts, Kept } from "./facts.ts";
import { everyTerms, termsInTheEnd } from "./incident-terms.ts";
import { sweepsOf } from "./sweeps.ts";

/** Two rounds of the schedule: after that, what is due is overdue. */
const graceMs = 3 * 60_000;
/** The clock may jump back by so much: what is that close may have been the other way round. */
const backMs = 90_000;

type Passing = HistoryEntry & { readonly data: { readonly serviceLevel?: PassedPoint } };

const at = (one: Kept, version: number): Incident | undefined =>
  fold<Incident>(one.history.slice(0, version), undefined, incidentRecords.follows);

const summaries = (terms: Terms, incident: Incident, now: number) =>
  clocksOf(terms, incident.timeline ?? [], presentFacts(incident), now).map(summaryOf);

const textOf = (levels: readonly object[]): string =>
  JSON.stringify(levels.map((level) => JSON.stringify(Object.entries(level).toSorted())).toSorted());

/** What an incident shows is what its history alone gives, under the versions of the agreements that it names. */
const unlikeHistory = (one: Kept, facts: Facts): string[] => {
  const last = one.history.findLast(({ changes }) => "serviceLevels" in changes);
  const incident = at(one, last?.meta.sequence ?? 0);
  const shown = incident?.serviceLevels ?? [];
  if (last === undefined || incident === undefined || shown.length === 0) return [];
  const now = Date.parse(last.meta.occurredAt);
  const expected = everyTerms(facts).flatMap((terms) => summaries(terms, incident, now));
  const given = new Set(expected.map((level) => textOf([level])));
  return shown.every((level) => given.has(textOf([level])))
    ? []
    : [`${one.id} shows ${JSON.stringify(shown)}, its history gives ${JSON.stringify(expected)}`];
};

/** In the end open incidents are measured by the agreements as they are then. */
const outdated = (one: Kept, facts: Facts): string[] => {
  const incident = at(one, one.history.length);
  if (incident === undefined || !isOpen(incident)) return [];
  const expected = summaries(termsInTheEnd(facts), incident, facts.now);
  return textOf(incident.serviceLevels ?? []) === textOf(expected)
    ? []
    : [`${one.id} is measured by ${JSON.stringify(incident.serviceLevels)}, not ${JSON.stringify(expected)}`];
};

/** Whatever version of its agreement was in force: the point had fallen, at that very time. */
const untrue = (one: Kept, entry: Passing, facts: Facts): string[] => {
  const told = entry.data.serviceLevel as PassedPoint;
  const incident = at(one, entry.meta.sequence) as Incident;
  const now = Date.parse(entry.meta.occurredAt);
  const isTrue = everyTerms(facts).some((terms) => {
    const clocks = clocksOf(terms, incident.timeline ?? [], presentFacts(incident), now);
    return passedOf(clocks).some(
      ({ point }) =>
        point.agreementId === told.agreementId &&
        point.metric === told.metric &&
        point.point === told.point &&
        point.passedAt === told.passedAt,
    );
  });
  return isTrue
    ? []
    : [`${one.id} tells at ${entry.meta.occurredAt} what was not so: ${JSON.stringify(told)}`];
};

const keyOf = ({ agreementId, metric, point, passedAt }: PassedPoint): string =>
  [agreementId, metric, point ?? "breach", passedAt].join(" ");

const repeated = (one: Kept, passings: readonly Passing[]): string[] => {
  const keys = passings.map(({ data }) => keyOf(data.serviceLevel as PassedPoint));
  return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${one.id} tells twice: ${key}`);
};

/** While a record says that there is something to tell, the first sweep that can does. */
const missed = (one: Kept, facts: Facts): string[] =>
  one.history.flatMap(({ meta }, i) => {
    const due = Date.parse(at(one, meta.sequence)?.nextPointAt ?? "");
    if (Number.isNaN(due)) return [];
    const next = one.history[i + 1];
    const until = next ? facts.notWrittenBefore(one, next.meta.sequence) : facts.now;
    const known = Math.max(due, facts.writtenAt(one, meta.sequence));
    const sweep = sweepsOf(facts, "incident", "watch-service-levels").find(
      ({ begunAt, endedAt }) => begunAt >= known + backMs && endedAt + backMs < until,
    );
    const isOverdue = next === undefined && known + graceMs < facts.now;
    return [
      ...(sweep
        ? [`${one.id} version ${meta.sequence} was due at ${due}, the sweep at ${sweep.begunAt} told nothing`]
        : []),
      ...(isOverdue ? [`${one.id} has something to tell since ${due}`] : []),
    ];
  });

/** Points and breaches are told once, by the first sweep after them, are true, and agree with the history alone. */
export const brokenServiceLevels = (facts: Facts): string[] =>
  facts.kept
    .filter(({ id }) => /^INC\d+$/.test(id))
    .flatMap((one) => {
      const passings = one.history.filter(
        ({ type }) => type === "ServiceLevelWarning" || type === "ServiceLevelBreached",
      );
      return [
        ...unlikeHistory(one, facts),
        ...outdated(one, facts),
        ...passings.flatMap((entry) => untrue(one, entry, facts)),
        ...repeated(one, passings),
        ...missed(one, facts),
      ];
    });
