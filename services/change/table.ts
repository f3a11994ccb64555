import { dueAt } from "../../shared/approvals/approval.ts";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { RecordType } from "../../shared/dynamo/record.ts";
import type { IndexKey, TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { keptIndexes } from "../../shared/kept/kept.ts";
import { viewChange, viewChangeEntry, viewKept, viewTemplate } from "./access.ts";
import { type Change, isOpen } from "./change.ts";
import type { ChangeWindow } from "./change-window.ts";
import { overrunsAt } from "./decisions/overrun.ts";
import { changeEdges } from "./edges.ts";
import type { Freeze } from "./freeze.ts";
import type { ChangeModel } from "./model.ts";
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
      "Changes tied to something: CI, service, other record, parent, person or role that is to decide, person with an open task",
    due: "Changes by when time alone changes something about them: reminders and the end of an approval, of a window",
    keptByState: "Change models, freezes or change windows in a state, by name",
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
    due: dueKey(change),
  };
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
    "permits",
    "suspects",
    "evidence",
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
