import { dueAt } from "../../shared/approvals/approval.ts";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { RecordType } from "../../shared/dynamo/record.ts";
import type { IndexKey, TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import {
  viewChange,
  viewChangeEntry,
  viewDelegation,
  viewFinding,
  viewMeeting,
  viewTemplate,
} from "./access.ts";
import { type Change, isOpen } from "./change.ts";
import { timelineFollows } from "./clock-facts.ts";
import { overrunsAt } from "./decisions/overrun.ts";
import type { Delegation } from "./delegation.ts";
import { changeEdges, laterEdges } from "./edges.ts";
import { type Finding, isUnsettled } from "./finding.ts";
import type { Meeting } from "./meeting.ts";
import { defaultRiskSettings, type RiskSettings } from "./risk-settings.ts";
import { type ChangeSettings, defaultSettings } from "./settings.ts";
import type { ChangeTemplate } from "./template.ts";

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
      "Changes tied to something: CI, service, other record, parent, person, role or board that is to decide, person who is asked later, person with an open task",
    points: "Changes whose service levels have a point that falls, by when it does",
    due: "Changes by when time alone changes something about them: reminders and the end of an approval, of a window",
    keptByState: "Change models, freezes, change windows, boards or feeds in a state, by name",
    meetingsByBoard: "Meetings of a board, by their beginning",
    meetingsByState: "Meetings in a state, by their beginning",
    findingsByState: "Findings in a state, by when they were raised",
    findingsByCi: "Findings about a CI, by when they were raised",
    delegationsByPerson: "Absences of a person, by their end",
    delegationsByDeputy: "Absences in which a person stands in, by their end",
    templatesByState: "Templates for standard changes in a state, by name",
  },
};

/** After every date: open work without a window is listed last. */
const unplanned = "9999";

const key = (partition: string | undefined, ...order: readonly string[]): IndexKey | undefined =>
  partition === undefined ? undefined : { partition, order: order.join("#") };

const dueKey = (change: Change): IndexKey | undefined => {
  const { state, approval, exception } = change;
  const [at] = [
    state === "authorize" ? dueAt(approval) : undefined,
    exception?.state === "asked" ? dueAt(exception.approval) : undefined,
    overrunsAt(change),
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
    points: key(change.nextPointAt === undefined ? undefined : "points", String(change.nextPointAt), id),
    due: dueKey(change),
  };
};

export const changeRecords: RecordType<Change> = {
  prefix: "CHG",
  indexes: changeIndexes,
  edges: changeEdges,
  spread: laterEdges,
  long: [
    "description",
    "justification",
    "plans",
    "ciIds",
    "tasks",
    "approval",
    "exception",
    "riskReasons",
    "riskMissing",
    "answers",
    "chance",
    "impacted",
    "modifications",
    "modified",
    "permits",
    "suspects",
    "alerts",
    "timeline",
    "announced",
    "evidence",
    "outcomeText",
    "review",
    "cancellation",
  ],
  follows: timelineFollows,
  view: viewChange,
  viewEntry: viewChangeEntry,
};

/** Nobody plans the same regular meeting twice; one that was dropped may come back with its schedule. */
export const meetingClaim = (boardId: string, startsAt: string): string => `meeting#${boardId}#${startsAt}`;

export const meetingRecords: RecordType<Meeting> = {
  prefix: "CBM",
  indexes: ({ id, boardId, state, startsAt }) => ({
    meetingsByBoard: key(boardId, startsAt, id),
    meetingsByState: key(state, startsAt, id),
  }),
  claims: ({ boardId, startsAt, regular, dropped }) =>
    regular && !dropped ? [meetingClaim(boardId, startsAt)] : [],
  long: ["items", "minutes", "cancellation"],
  view: viewMeeting,
  viewEntry: withoutSnapshot("meeting"),
};

export const delegationRecords: RecordType<Delegation> = {
  prefix: "CDG",
  indexes: ({ id, personId, toId, until, state }) => ({
    delegationsByPerson: key(state === "active" ? personId : undefined, until, id),
    delegationsByDeputy: key(state === "active" ? toId : undefined, until, id),
  }),
  long: [],
  view: viewDelegation,
  viewEntry: withoutSnapshot("delegation"),
};

/** A CI has one finding that nobody has explained yet. */
export const findingClaim = (ciId: string): string => `finding#${ciId}`;

export const findingRecords: RecordType<Finding> = {
  prefix: "CUF",
  indexes: ({ id, state, ciId, firstAt }) => ({
    findingsByState: key(state, firstAt, id),
    findingsByCi: key(ciId, firstAt, id),
  }),
  claims: (finding) => (isUnsettled(finding) ? [findingClaim(finding.ciId)] : []),
  long: ["text", "nearbyIds"],
  view: viewFinding,
  viewEntry: withoutSnapshot("finding"),
};

export const templateRecords: RecordType<ChangeTemplate> = {
  prefix: "CTP",
  indexes: ({ id, state, name }) => ({ templatesByState: key(state, name.toLowerCase(), id) }),
  long: ["description", "fields", "tasks", "inUse", "uses", "remark"],
  view: viewTemplate,
  viewEntry: withoutSnapshot("template"),
};

export const riskSettingsRecords = onlyRecord<RiskSettings>(defaultRiskSettings);

export const settingsRecords: RecordType<ChangeSettings> = {
  ...onlyRecord<ChangeSettings>(defaultSettings),
  // What was decided before a rule existed says nothing of it: the usual holds.
  view: (_actor, settings) => ({ ...defaultSettings, ...settings }),
};
