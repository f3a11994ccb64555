import type { Incident } from "../../services/incident/incident.ts";
import { isOpen } from "../../services/incident/incident.ts";
import type { ProblemSnapshot } from "../../services/problem/events-snapshot.ts";
import type { Problem } from "../../services/problem/problem.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import type { Facts, Kept } from "./facts.ts";

const recordOf = <R>({ item }: Kept): R => ({ ...(item?.record as R), ...(item?.long as object) });

const incidentsOf = ({ kept }: Facts) =>
  kept
    .filter(({ service, id }) => service === "incident" && /^INC\d+$/.test(id))
    .map((one) => ({ incident: recordOf<Incident>(one), history: one.history }));

const problemsOf = ({ kept }: Facts) =>
  kept
    .filter(({ service, id }) => service === "problem" && /^PRB\d+$/.test(id))
    .map((one) => ({ problem: recordOf<Problem>(one), history: one.history, events: one.events }));

const told = ({ type, data }: HistoryEntry): readonly string[] =>
  type === "ProblemIncidentsLinked" || type === "ProblemIncidentsUnlinked"
    ? ((data as { incidentIds?: string[] }).incidentIds ?? [])
    : [];

const isFull = ({ links }: Incident): boolean => links.length >= 50;

/** Every word of a problem about an incident has reached it, and the last one counts. */
const brokenTies = (facts: Facts): string[] => {
  const incidents = new Map(incidentsOf(facts).map(({ incident }) => [incident.id, incident]));
  return problemsOf(facts).flatMap(({ problem, history }) => {
    const last = new Map(history.flatMap((entry) => told(entry).map((id) => [id, entry.meta.sequence])));
    return [...last].flatMap(([id, sequence]) => {
      const incident = incidents.get(id);
      if (incident === undefined || incident.restricted || isFull(incident)) return [];
      const known = incident.problemTies?.find(({ problemId }) => problemId === problem.id);
      return known?.sequence === sequence
        ? []
        : [`${id} has not heard what ${problem.id} said of it in version ${sequence}`];
    });
  });
};

type Tied = {
  readonly incident: Incident;
  readonly history: readonly HistoryEntry[];
  readonly problem: Problem;
};

const tiedIn = (facts: Facts): readonly Tied[] => {
  const problems = problemsOf(facts).map(({ problem }) => problem);
  return incidentsOf(facts).flatMap(({ incident, history }) =>
    problems
      .filter(({ id }) => incident.links.some(({ type, target }) => type === "problem" && target === id))
      .map((problem) => ({ incident, history, problem })),
  );
};

/** Open incidents know the last thing that each of their problems told, and nobody waits for what is resolved. */
const brokenNews = (facts: Facts): string[] =>
  tiedIn(facts).flatMap(({ incident, problem }) => {
    const known = incident.problemTies?.find(({ problemId }) => problemId === problem.id);
    const { workaround, fix } = problem.communicated ?? {};
    const newest = Math.max(workaround?.number ?? 0, fix?.number ?? 0);
    const waits = incident.state === "on_hold" && incident.holdReason === "awaiting_problem";
    const isFixed = problem.resolutionCode === "fix_applied";
    if (problem.duplicateOf !== undefined)
      return [`${incident.id} is still tied to ${problem.id}, a duplicate of ${problem.duplicateOf}`];
    if (!isOpen(incident)) return [];
    return [
      ...((known?.told ?? 0) < newest
        ? [`${incident.id} has not heard news ${newest} of ${problem.id}`]
        : []),
      ...(waits && isFixed && known?.answered !== problem.resolvedAt
        ? [`${incident.id} waits for ${problem.id}, which is resolved`]
        : []),
    ];
  });

/** What a problem tells is said once to each incident. */
const repeatedNews = (facts: Facts): string[] => {
  const texts = problemsOf(facts).flatMap(({ problem: { communicated = {} } }) =>
    [communicated.workaround, communicated.fix].flatMap((said) => (said ? [said.text] : [])),
  );
  return incidentsOf(facts).flatMap(({ incident, history }) =>
    texts.flatMap((text) => {
      const saying = history.filter(
        ({ data, meta }) => meta.actor.id === "service:incident" && String(data.text).includes(text),
      );
      return saying.length > 1 ? [`${incident.id} says ${saying.length} times "${text}"`] : [];
    }),
  );
};

/** Each conversion made one problem, and the incident is or was tied to it. */
const brokenConversions = (facts: Facts): string[] =>
  incidentsOf(facts).flatMap(({ incident }) => {
    if (!incident.conversions?.includes("problem")) return [];
    const made = problemsOf(facts).filter(
      ({ problem: { origin } }) => origin?.kind === "incident" && origin.id === incident.id,
    );
    return made.length === 1 ? [] : [`${incident.id} became ${made.length} problems`];
  });

/** Every accepted candidate has its problem. */
const brokenAcceptances = ({ kept }: Facts): string[] => {
  const ids = new Set(kept.map(({ id }) => id));
  return kept
    .filter(({ id }) => /^PRC\d+$/.test(id))
    .map(({ item, id }) => ({
      id,
      problemId: (item?.record as { problemId?: string } | undefined)?.problemId,
    }))
    .filter(({ problemId }) => problemId !== undefined && !ids.has(problemId))
    .map(({ id, problemId }) => `${id} was accepted for ${problemId}, which is not there`);
};

/** A draft of a known error is in no event until somebody publishes it. */
const toldDrafts = (facts: Facts): string[] =>
  problemsOf(facts).flatMap(({ problem, events }) => {
    const drafts = problem.knownError?.draft.symptom;
    const published = problem.knownError?.published?.symptom;
    if (drafts === undefined || drafts === published) return [];
    return events
      .map(({ detail }) => JSON.parse(String(detail)) as { data: { problem: ProblemSnapshot } })
      .filter(({ data }) => JSON.stringify(data).includes(drafts))
      .filter(({ data }) => data.problem.knownError?.symptom !== drafts)
      .map(() => `an event of ${problem.id} tells the draft "${drafts}"`);
  });

/** What holds between problems and incidents, whatever was late, repeated or broken off. */
export const brokenProblems = (facts: Facts): string[] => [
  ...brokenTies(facts),
  ...brokenNews(facts),
  ...repeatedNews(facts),
  ...brokenConversions(facts),
  ...brokenAcceptances(facts),
  ...toldDrafts(facts),
];
