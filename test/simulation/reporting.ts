import { isDeepStrictEqual } from "node:util";
import type { IncidentSnapshot } from "../../services/incident/events.ts";
import { type KindName, kinds } from "../../services/reporting/kinds/all-kinds.ts";
import { knownChange } from "../../services/reporting/kinds/change.ts";
import { knownIncident } from "../../services/reporting/kinds/incident.ts";
import { knownArticle } from "../../services/reporting/kinds/knowledge.ts";
import { knownProblem } from "../../services/reporting/kinds/problem.ts";
import { knownRequest } from "../../services/reporting/kinds/request.ts";
import { knownSurvey } from "../../services/reporting/kinds/survey.ts";
import { reportingService } from "../../services/reporting/service.ts";
import { changeMoment } from "../../services/reporting/subscriptions/change-changed.ts";
import { incidentMoment } from "../../services/reporting/subscriptions/incident-changed.ts";
import { surveyMoment } from "../../services/reporting/subscriptions/satisfaction-told.ts";
import { type Fact, heard } from "../../shared/dynamo/measured.ts";
import { detailType, type EventMeta } from "../../shared/events/event-type.ts";
import type { Facts, Kept } from "./facts.ts";
import type { Random } from "./machine/random.ts";
import { type CountsOf, membersOf, storedMembers, storedSums, sumsOf } from "./reporting-sums.ts";
import type { Operation, Simulated } from "./simulated.ts";

type Snapshots = Readonly<Record<string, never>>;
type Told = { readonly known: unknown; readonly moment?: { name: string; at: string } | undefined };

/** What each kind's events tell, said once more and without subscriptions. */
const told: Readonly<Record<string, (data: Snapshots, type: string, meta: EventMeta) => Told>> = {
  incident: (data, type, meta) => ({
    known: knownIncident(data.incident as unknown as IncidentSnapshot),
    moment: incidentMoment(type, meta),
  }),
  problem: (data) => ({ known: knownProblem(data.problem as never) }),
  change: (data, type, meta) => ({
    known: knownChange(data.change as never),
    moment: changeMoment(type, meta),
  }),
  survey: (data, type, meta) => ({
    known: knownSurvey(data.survey as never),
    moment: surveyMoment(type, meta),
  }),
  request: (data) => ({ known: knownRequest(data.item as never) }),
  article: (data) => ({ known: knownArticle(data.article as never) }),
};

const isHeard = new Set(
  reportingService.subscriptions.map(({ event }) => `${event.source} ${detailType(event)}`),
);

/** The kind of record that an event tells of; an item of a request is told of as one. */
const kindIn = (data: Snapshots): KindName | undefined =>
  "item" in data && "placedAt" in (data.item as object)
    ? "request"
    : (Object.keys(told).find((name) => name !== "request" && data[name] !== undefined) as
        | KindName
        | undefined);

/** What a record counts in, from everything that ever happened to it. */
const rebuilt = ({ id, service, events }: Kept): readonly CountsOf[] => {
  let fact: Fact<never> | undefined;
  let kind: KindName | undefined;
  for (const { source, detailType: type, detail } of events) {
    const { meta, data } = JSON.parse(String(detail)) as { meta: EventMeta; data: Snapshots };
    const own = kindIn(data);
    if (own === undefined || !isHeard.has(`${source} ${type}`) || String(source) !== `itsm.${service}`)
      continue;
    kind = own;
    const each = told[own]?.(data, String(type).replace(/\.v\d+$/, ""), meta);
    fact = heard(fact, { sequence: meta.sequence, ...each, known: each?.known as never }) ?? fact;
  }
  if (kind === undefined || fact === undefined) return [];
  // As the database gives it back.
  return [{ kind, id, counts: JSON.parse(JSON.stringify(kinds[kind].counts(id, fact))) }];
};

const differences = (
  what: string,
  found: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
): readonly string[] =>
  [...new Set([...found.keys(), ...expected.keys()])]
    .filter((key) => (found.get(key) ?? 0) !== (expected.get(key) ?? 0))
    .map((key) => `reporting ${what} ${key} as ${found.get(key) ?? 0} instead of ${expected.get(key) ?? 0}`);

const own = (key: string): boolean => Object.keys(told).includes(JSON.parse(key)[0]);

/** Every number is what one gets who counts all records anew, from their histories; so is every list. */
const broken = ({ kept, items }: Facts): readonly string[] => {
  const expected = kept.flatMap(rebuilt);
  const stored = items.get("reporting") ?? [];
  const sums = new Map([...storedSums(stored)].filter(([key]) => own(key)));
  const members = storedMembers(stored).filter(own);
  return [
    ...differences("counts", sums, sumsOf(expected)),
    ...(isDeepStrictEqual(members, membersOf(expected))
      ? []
      : [`reporting lists ${members.join()} instead of ${membersOf(expected).join()}`]),
  ];
};

const readers = ["ann", "pia", "ada", "eve"] as const;

const read = (random: Random): Operation => ({
  as: random.pick(readers),
  method: "GET",
  path: random.pick([
    "/reports/incidents",
    "/reports/problems",
    "/reports/incidents/open-work",
    "/reports/incidents/records",
  ]),
});

/** Nobody writes here: what reporting counts comes from the others, and is read while it comes. */
export const simulatedReporting: Simulated = {
  service: reportingService as unknown as Simulated["service"],
  share: 0.5,
  kinds: [],
  operation: read,
  broken,
};
