import type { FileContext } from "../../shared/attachments/file-store.ts";
import type { Jobs } from "../../shared/dynamo/jobs.ts";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { Edge, RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { IndexKey, TableDefinition } from "../../shared/dynamo/table-definition.ts";
import type { ClockedRecords } from "../../shared/targets/clocked-records.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import type { KnownTerms } from "../../shared/targets/known-terms.ts";
import { viewIncident, viewIncidentEntry } from "./access.ts";
import { causeKey } from "./alert-cause.ts";
import { timelineFollows } from "./clock-facts.ts";
import { isOpenOrResolved } from "./decisions/edits.ts";
import { nextUpdateDueAt } from "./decisions/major-communication.ts";
import { type Incident, isOpen } from "./incident.ts";
import type { Practice } from "./practice.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { taskAssignees } from "./task.ts";
import { titleWords } from "./title-words.ts";

/** Every question asked of the table. Indexes marked open hold unfinished work only. */
export const incidentTable: TableDefinition = {
  indexes: {
    byTeam: "A team's open incidents, most urgent first, then oldest",
    byAssignee: "A person's open incidents, most urgent first, then oldest",
    unassigned: "Open incidents nobody works on, most urgent first, then oldest",
    byPriority: "Open incidents of a priority, oldest first",
    breaching: "Open incidents by the time they should be resolved, but for those whose clock is paused",
    points: "Incidents by the next moment at which one of their service levels has something to tell",
    byCaller: "All incidents of a caller by opening",
    byState: "All incidents in a state by opening",
    newest: "All incidents by opening",
    byTarget:
      "Incidents tied to something: CI, service, other record, parent, surviving one, watcher, person with an open task, word of the title",
    due: "Resolved incidents by the time they close by themselves, major ones by the next update to stakeholders",
    keptByState: "Templates and canned replies in a state, by name",
    byCategory: "All incidents of a category by opening",
    vips: "Open incidents of callers who need special handling, most urgent first, then oldest",
    majors: "Incidents proposed as major ones, and major incidents, until they are closed, by opening",
  },
};

const key = (partition: string | undefined, ...order: (string | number)[]): IndexKey | undefined =>
  partition === undefined ? undefined : { partition, order: order.join("#") };

const whenOpen = (incident: Incident, partition: string | undefined, ...order: (string | number)[]) =>
  isOpen(incident) ? key(partition, ...order, incident.id) : undefined;

const updateDue = (incident: Incident) => {
  const dueAt = nextUpdateDueAt(incident);
  return dueAt === undefined ? undefined : key("update", dueAt, incident.id);
};

const majorList = (incident: Incident): string | undefined => {
  const { majorState: state } = incident;
  return (state === "proposed" || state === "accepted") && isOpenOrResolved(incident) ? state : undefined;
};

const indexes = (incident: Incident) => {
  const { id, openedAt, priority, teamId, assigneeId, autoCloseAt, nextPointAt } = incident;
  return {
    byTeam: whenOpen(incident, teamId, priority, openedAt),
    byAssignee: whenOpen(incident, assigneeId, priority, openedAt),
    unassigned: whenOpen(incident, assigneeId === undefined ? "unassigned" : undefined, priority, openedAt),
    byPriority: whenOpen(incident, String(priority), openedAt),
    breaching: incident.targetAt === undefined ? undefined : whenOpen(incident, "open", incident.targetAt),
    byCaller: key(incident.callerId, openedAt, id),
    byCategory: key(incident.category, openedAt, id),
    byState: key(incident.state, openedAt, id),
    newest: key("all", openedAt, id),
    points: nextPointAt === undefined ? undefined : key("points", nextPointAt, id),
    due: autoCloseAt === undefined ? updateDue(incident) : key("due", autoCloseAt, id),
    vips: whenOpen(incident, incident.vip ? "vip" : undefined, priority, openedAt),
    majors: key(majorList(incident), openedAt, id),
  };
};

/** What an incident is found by besides its own fields. */
export const target = {
  ci: (id: string) => `ci#${id}`,
  service: (id: string) => `service#${id}`,
  record: (id: string) => `record#${id}`,
  parent: (id: string) => `parent#${id}`,
  survivor: (id: string) => `survivor#${id}`,
  watcher: (id: string) => `watcher#${id}`,
  taskAssignee: (id: string) => `task#${id}`,
  word: (stem: string) => `word#${stem}`,
};

const edges = ({
  id,
  title,
  openedAt,
  ciIds,
  serviceId,
  links,
  parentId,
  mergedInto,
  alert,
  watchers,
  tasks,
}: Incident): Edge[] => {
  const targets = [
    ...ciIds.map(target.ci),
    ...(serviceId ? [target.service(serviceId)] : []),
    ...links.map((link) => target.record(link.target)),
    ...(parentId ? [target.parent(parentId)] : []),
    ...(alert ? [target.record(alert.id)] : []),
    ...(mergedInto ? [target.survivor(mergedInto)] : []),
    ...watchers.map(target.watcher),
    ...taskAssignees({ tasks }).map(target.taskAssignee),
    ...titleWords(title).map(target.word),
  ];
  return [...new Set(targets)].map((t) => ({ index: "byTarget", target: t, order: `${openedAt}#${id}` }));
};

export const incidentRecords: RecordType<Incident> = {
  prefix: "INC",
  indexes,
  edges,
  claims: ({ alert }) => (alert && !alert.isPassedOn ? [causeKey(alert)] : []),
  long: [
    "description",
    "resolution",
    "cancellation",
    "brought",
    "major",
    "timeline",
    "announced",
    "tasks",
    "handlingNote",
    "problemTies",
    "impactAssessment",
    "attachments",
    "removedAttachments",
  ],
  follows: timelineFollows,
  view: viewIncident,
  viewEntry: viewIncidentEntry,
};

/** The desk's rules: one record that exists from the start. Who may see it is the endpoint's permission. */
export const settingsRecords: RecordType<Settings> = {
  ...onlyRecord<Settings>(defaultSettings),
  // What was decided before a rule existed says nothing of it: the usual holds.
  view: (_actor, settings) => ({ ...defaultSettings, ...settings }),
};

/** What the handlers of this service work with. */
export type IncidentContext = Practice &
  FileContext & {
    readonly incidents: ClockedRecords<Incident>;
    /** What is known of agreements and calendars, and what of it is in force (as `settings`, seen within seconds). */
    readonly knownTerms: Projections<KnownTerms>;
    readonly terms: () => Promise<Terms>;
    readonly jobs: Jobs;
    readonly settingsRecord: Records<Settings>;
    /** The rules in force; another container's change is seen within seconds. */
    readonly settings: () => Promise<Settings>;
    readonly now: () => string;
  };
