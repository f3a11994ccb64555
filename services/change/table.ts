import { awaited, dueAt } from "../../shared/approvals/approval.ts";
import type { FactItems } from "../../shared/dynamo/fact-items.ts";
import type { Jobs } from "../../shared/dynamo/jobs.ts";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { Edge, RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { IndexKey, TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { keptIndexes } from "../../shared/kept/kept.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import { viewChange, viewChangeEntry, viewKept, viewTemplate } from "./access.ts";
import type { Change } from "./change.ts";
import type { ChangeWindow } from "./change-window.ts";
import type { Freeze } from "./freeze.ts";
import type { ChangeModel } from "./model.ts";
import type { Stay } from "./occupancy.ts";
import { defaultRiskSettings, type RiskSettings } from "./risk-settings.ts";
import { type ChangeSettings, defaultSettings } from "./settings.ts";
import { taskPeople } from "./task.ts";
import type { ChangeTemplate } from "./template.ts";
import type { Ends } from "./track-record.ts";

/** Every question asked of the table. Indexes marked open hold unfinished work only. */
export const changeTable: TableDefinition = {
  indexes: {
    newest: "All changes by opening",
    byState: "All changes in a state by opening",
    byTeam: "A team's open changes by when they are planned, those without a window last",
    byAssignee: "A person's open changes by when they are planned, those without a window last",
    byRequester: "All changes somebody asks for, by opening",
    byWeek: "Changes planned in a week, by their beginning",
    byTarget:
      "Changes tied to something: CI, service, other record, parent, person or role that is to decide, person with an open task",
    due: "Changes by when time alone changes something about them: reminders and the end of an approval",
    keptByState: "Change models, freezes or change windows in a state, by name",
    templatesByState: "Templates for standard changes in a state, by name",
  },
};

const isOpen = ({ state }: Change): boolean => state !== "closed" && state !== "cancelled";
/** After every date: open work without a window is listed last. */
const unplanned = "9999";

const key = (partition: string | undefined, ...order: readonly string[]): IndexKey | undefined =>
  partition === undefined ? undefined : { partition, order: order.join("#") };

const dueKey = (change: Change): IndexKey | undefined => {
  const { state, approval, exception } = change;
  const [at] = [
    state === "authorize" ? dueAt(approval) : undefined,
    exception?.state === "asked" ? dueAt(exception.approval) : undefined,
  ]
    .filter((each) => each !== undefined)
    .toSorted();
  return at === undefined ? undefined : key("due", at, change.id);
};

const changeIndexes = (change: Change) => {
  const { id, openedAt, state, teamId, assigneeId, requesterId, plannedStart = unplanned } = change;
  const whenOpen = (partition: string | undefined) =>
    isOpen(change) ? key(partition, plannedStart, id) : undefined;
  return {
    newest: key("all", openedAt, id),
    byState: key(state, openedAt, id),
    byTeam: whenOpen(teamId),
    byAssignee: whenOpen(assigneeId),
    byRequester: key(requesterId, openedAt, id),
    due: dueKey(change),
  };
};

/** What a change is found by besides its own fields. */
export const target = {
  ci: (id: string) => `ci#${id}`,
  service: (id: string) => `service#${id}`,
  record: (id: string) => `record#${id}`,
  parent: (id: string) => `parent#${id}`,
  predecessor: (id: string) => `before#${id}`,
  approver: (id: string) => `approver#${id}`,
  approverRole: (role: string) => `role#${role}`,
  taskAssignee: (id: string) => `task#${id}`,
};

const day = 24 * 3_600_000;
const week = 7 * day;
/** 5 January 1970 was the first Monday. */
const firstMonday = 4 * day;

/** The Monday (UTC, `YYYY-MM-DD`) of the week of a moment. */
export const weekOf = (at: string): string => {
  const since = Math.floor((Date.parse(at) - firstMonday) / week);
  return new Date(firstMonday + since * week).toISOString().slice(0, 10);
};

/** Every week that a window touches: a window has at most 31 days. */
const weeksOf = ({ plannedStart, plannedEnd }: Change): string[] => {
  if (plannedStart === undefined || plannedEnd === undefined) return [];
  const weeks = [weekOf(plannedStart)];
  for (let at = Date.parse(`${weeks[0]}T00:00:00Z`) + week; at < Date.parse(plannedEnd); at += week)
    weeks.push(new Date(at).toISOString().slice(0, 10));
  return weeks;
};

const changeEdges = (change: Change): Edge[] => {
  const {
    id,
    openedAt,
    serviceId,
    links,
    parentId,
    comesAfter = [],
    tasks,
    approval,
    exception,
    state,
  } = change;
  const asked = [
    awaited(state === "authorize" ? approval : undefined),
    awaited(exception?.state === "asked" ? exception.approval : undefined),
  ];
  const targets = [
    ...(serviceId ? [target.service(serviceId)] : []),
    ...links.map((link) => target.record(link.target)),
    ...(parentId ? [target.parent(parentId)] : []),
    ...comesAfter.map(target.predecessor),
    ...asked.flatMap(({ people }) => people.map(target.approver)),
    ...asked.flatMap(({ roles }) => roles.map(target.approverRole)),
    ...(isOpen(change) ? taskPeople(tasks, true).map(target.taskAssignee) : []),
  ];
  const order = `${openedAt}#${id}`;
  return [
    ...[...new Set(targets)].map((each) => ({ index: "byTarget", target: each, order })),
    ...weeksOf(change).map((each) => ({
      index: "byWeek",
      target: each,
      order: `${change.plannedStart}#${id}`,
    })),
  ];
};

export const changeRecords: RecordType<Change> = {
  prefix: "CHG",
  indexes: changeIndexes,
  edges: changeEdges,
  long: [
    "description",
    "justification",
    "plans",
    "ciIds",
    "tasks",
    "approval",
    "exception",
    "riskReasons",
    "answers",
    "chance",
    "impacted",
    "outcomeText",
    "review",
    "cancellation",
  ],
  view: viewChange,
  viewEntry: viewChangeEntry,
};

/** Where kept records are in the API, and by that in lists. */
export const paths = { model: "change-models", freeze: "change-freezes", window: "change-windows" } as const;

export const modelRecords: RecordType<ChangeModel> = {
  prefix: "CMO",
  indexes: keptIndexes(paths.model),
  long: ["description", "tasks", "approval"],
  view: viewKept,
  viewEntry: withoutSnapshot("model"),
};

export const freezeRecords: RecordType<Freeze> = {
  prefix: "CFZ",
  indexes: keptIndexes(paths.freeze),
  long: ["exception"],
  view: viewKept,
  viewEntry: withoutSnapshot("freeze"),
};

export const windowRecords: RecordType<ChangeWindow> = {
  prefix: "CWN",
  indexes: keptIndexes(paths.window),
  long: ["description"],
  view: viewKept,
  viewEntry: withoutSnapshot("window"),
};

export const templateRecords: RecordType<ChangeTemplate> = {
  prefix: "CTP",
  indexes: ({ id, state, name }) => ({ templatesByState: key(state, name.toLowerCase(), id) }),
  long: ["description", "fields", "tasks", "inUse", "uses", "remark"],
  view: viewTemplate,
  viewEntry: withoutSnapshot("template"),
};

export const riskSettingsRecords = onlyRecord<RiskSettings>(defaultRiskSettings);

export const settingsRecords = onlyRecord<ChangeSettings>(defaultSettings);

/** The other CI of a relation (`o`), and whether it is so now (`a`). */
export type Relation = { readonly o: string; readonly a: boolean };

/** What the handlers of this service work with. */
export type ChangeContext = {
  readonly changes: Records<Change>;
  readonly models: Records<ChangeModel>;
  readonly templates: Records<ChangeTemplate>;
  /** What is known of the organization's teams, each a group of its own and one of each member's. */
  readonly teams: Projections<TeamSnapshot>;
  readonly freezeRecords: Records<Freeze>;
  readonly windowRecords: Records<ChangeWindow>;
  /** Freezes and change windows that are in force; another container's change is seen within seconds. */
  readonly freezes: () => Promise<readonly Freeze[]>;
  readonly windows: () => Promise<readonly ChangeWindow[]>;
  /** Which changes are planned to be at what, by day or week. */
  readonly stays: FactItems<Stay>;
  /** Which CIs have to do with which: by CI, the other ones. */
  readonly relations: FactItems<Relation>;
  /** How changes ended, by what they have in common with others. */
  readonly ends: Ends;
  readonly riskSettingsRecord: Records<RiskSettings>;
  /** As `settings`: seen within seconds. */
  readonly riskSettings: () => Promise<RiskSettings>;
  readonly jobs: Jobs;
  readonly settingsRecord: Records<ChangeSettings>;
  /** The rules in force; another container's change is seen within seconds. */
  readonly settings: () => Promise<ChangeSettings>;
  readonly now: () => string;
  /** The key that decision links are sealed with. */
  readonly linkKey: () => Promise<Buffer>;
  /** The same for one of several independent things that this request or event does. */
  readonly part: (name: string) => ChangeContext;
  /** The same in the name of somebody whose link was opened. */
  readonly asHolder: (personId: string) => ChangeContext;
};
