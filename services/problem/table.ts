import type { Jobs } from "../../shared/dynamo/jobs.ts";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { Edge, RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { IndexKey, TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import type { HeldRecord } from "../../shared/holdings/holdings.ts";
import type { Synonyms } from "../../shared/search/understand.ts";
import type { ClockedRecords } from "../../shared/targets/clocked-records.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import type { KnownTerms } from "../../shared/targets/known-terms.ts";
import { viewCandidate, viewProblem, viewProblemEntry } from "./access.ts";
import { type Candidate, likenessKeys } from "./candidate.ts";
import type { HeardChange } from "./change-projection.ts";
import { timelineFollows } from "./clock-facts.ts";
import type { KnownIncident, KnownText } from "./incident-projection.ts";
import type { KnownSynonyms } from "./known-synonyms.ts";
import { isOpen, isTiedChange, type Problem } from "./problem.ts";
import type { KnownRelation } from "./relation-projection.ts";
import { defaultSettings, type ProblemSettings } from "./settings.ts";
import { taskAssignees } from "./task.ts";

/** Every question asked of the table. Indexes marked open hold unfinished work only. */
export const problemTable: TableDefinition = {
  indexes: {
    candidatesByState: "Problem candidates in a state, by their newest incident",
    byTeam: "A team's open problems, most urgent first, then oldest",
    byAssignee: "A person's open problems, most urgent first, then oldest",
    byPriority: "Open problems of a priority, oldest first",
    byState: "All problems in a state by opening",
    newest: "All problems by opening",
    points: "Problems by the next moment at which one of their service levels has something to tell",
    knownErrors: "Published known errors for an audience, by when they were published",
    byTarget:
      "Problems tied to something: CI, service, change, person with an open task; known errors of a CI",
  },
};

export const candidateRecords: RecordType<Candidate> = {
  prefix: "PRC",
  indexes: ({ id, state, lastOpenedAt }) => ({
    candidatesByState: { partition: state, order: `${lastOpenedAt}#${id}` },
  }),
  claims: ({ likeness }) => likenessKeys(likeness),
  long: [],
  view: viewCandidate,
  viewEntry: withoutSnapshot("candidate"),
};

const key = (partition: string | undefined, ...order: (string | number)[]): IndexKey | undefined =>
  partition === undefined ? undefined : { partition, order: order.join("#") };

const indexes = (problem: Problem) => {
  const { id, openedAt, priority, teamId, assigneeId, state, nextPointAt, knownError } = problem;
  const whenOpen = (partition: string | undefined, ...order: (string | number)[]) =>
    isOpen(problem) ? key(partition, ...order, id) : undefined;
  const published = knownError?.published;
  return {
    byTeam: whenOpen(teamId, priority, openedAt),
    byAssignee: whenOpen(assigneeId, priority, openedAt),
    byPriority: whenOpen(String(priority), openedAt),
    byState: key(state, openedAt, id),
    newest: key("all", openedAt, id),
    points: nextPointAt === undefined ? undefined : key("points", nextPointAt, id),
    knownErrors: published && key(published.audience.kind, published.publishedAt, id),
  };
};

/** What a problem is found by besides its own fields. */
export const target = {
  ci: (id: string) => `ci#${id}`,
  service: (id: string) => `service#${id}`,
  change: (id: string) => `change#${id}`,
  taskAssignee: (id: string) => `task#${id}`,
  /** Apart by audience, so that nobody walks through what is not for them. */
  knownError: (audience: string, ciId: string) => `known#${audience}#${ciId}`,
};

const edges = ({
  id,
  openedAt,
  ciIds,
  serviceId,
  changes,
  rootCause,
  tasks,
  knownError,
}: Problem): Edge[] => {
  const published = knownError?.published;
  const targets = [
    ...[...ciIds, ...(rootCause?.ciIds ?? [])].map(target.ci),
    ...(serviceId ? [target.service(serviceId)] : []),
    ...changes.filter(isTiedChange).map((change) => target.change(change.id)),
    ...(rootCause?.changeId ? [target.change(rootCause.changeId)] : []),
    ...taskAssignees(tasks).map(target.taskAssignee),
    ...(published ? published.ciIds.map((ci) => target.knownError(published.audience.kind, ci)) : []),
  ];
  return [...new Set(targets)].map((t) => ({ index: "byTarget", target: t, order: `${openedAt}#${id}` }));
};

export const problemRecords: RecordType<Problem> = {
  prefix: "PRB",
  indexes,
  edges,
  long: [
    "description",
    "analysis",
    "rootCause",
    "workaround",
    "knownError",
    "communicated",
    "tasks",
    "resolution",
    "timeline",
    "announced",
  ],
  follows: timelineFollows,
  view: viewProblem,
  viewEntry: viewProblemEntry,
};

/** The rules: one record that exists from the start. Who may see it is the endpoint's permission. */
export const settingsRecords: RecordType<ProblemSettings> = {
  ...onlyRecord<ProblemSettings>(defaultSettings),
  // What was decided before a rule existed says nothing of it: the usual holds.
  view: (_actor, settings) => ({ ...defaultSettings, ...settings }),
};

/** What the handlers of this service work with. */
export type ProblemContext = {
  readonly problems: ClockedRecords<Problem>;
  /** The number of a problem that will be opened. */
  readonly newProblemId: () => Promise<string>;
  readonly candidates: Records<Candidate>;
  /** What is known of incidents, and of their titles. */
  readonly incidents: Projections<KnownIncident>;
  readonly texts: Projections<KnownText>;
  /** Words that mean the same, as knowledge has them for its search. */
  readonly knownSynonyms: Projections<KnownSynonyms>;
  readonly synonyms: () => Promise<Synonyms>;
  /** What is known of changes, and of what depends on what. */
  readonly changes: Projections<HeardChange>;
  readonly relations: Projections<KnownRelation>;
  readonly knownTerms: Projections<KnownTerms>;
  readonly terms: () => Promise<Terms>;
  readonly jobs: Jobs;
  /** What it last answered to departures. */
  readonly held: Records<HeldRecord>;
  readonly settingsRecord: Records<ProblemSettings>;
  readonly settings: () => Promise<ProblemSettings>;
  readonly now: () => string;
};
