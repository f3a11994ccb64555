import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { Places } from "../../shared/dynamo/places.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { Edge, RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { TableDefinition } from "../../shared/dynamo/table-definition.ts";
import type { Tallies } from "../../shared/dynamo/tallies.ts";
import { viewAlert, viewEntry, viewIfReader, viewWindow } from "./access.ts";
import type { Alert } from "./alert.ts";
import type { KnownChange } from "./known-change.ts";
import type { KnownCi } from "./known-ci.ts";
import type { MaintenanceWindow } from "./maintenance-window.ts";
import { defaultSettings, type MonitoringSettings } from "./settings.ts";
import { type Storm, scopeOf } from "./storm.ts";
import type { Unreadable } from "./unreadable.ts";

/** Every question asked of the table. */
export const monitoringTable: TableDefinition = {
  indexes: {
    alertsByState: "Alerts that fire, or have recovered, by when they last came",
    alertsByService: "Firing alerts of a service by when they came",
    alertsBySource: "Firing alerts of a source by when they came",
    alertsByStorm: "Alerts of a storm: those that fire, then the others, by when they came",
    flappingAlerts: "Alerts that change to and fro, by since when",
    mutedAlerts: "Alerts that fire in a maintenance window, by when it ends",
    byTarget: "Alerts tied to something: incident, CI, maintenance window",
    due: "Alerts by when time alone changes something about them",
    windowsByState: "Maintenance windows in a state by their end",
    stormsByState: "Storms in a state by their beginning",
    unreadableReports: "Unreadable reports by when they came",
  },
};

export const target = {
  ci: (id: string) => `ci#${id}`,
  incident: (id: string) => `incident#${id}`,
  window: (id: string) => `window#${id}`,
};

/** When time alone changes something about an alert, if ever. */
const dueAt = ({ flapping, muted }: Alert): string | undefined =>
  [flapping?.until, muted?.until].filter((at) => at !== undefined).toSorted()[0];

const alertIndexes = (alert: Alert) => {
  const { id, state, raisedAt, serviceId, source, stormId, flapping, muted } = alert;
  const due = dueAt(alert);
  const firing = (partition: string | undefined) =>
    state === "firing" && partition !== undefined ? { partition, order: `${raisedAt}#${id}` } : undefined;
  return {
    alertsByState: { partition: state, order: `${raisedAt}#${id}` },
    alertsByService: firing(serviceId),
    alertsBySource: firing(source),
    alertsByStorm:
      stormId === undefined ? undefined : { partition: stormId, order: `${state}#${raisedAt}#${id}` },
    flappingAlerts: flapping && { partition: "flapping", order: `${flapping.since}#${id}` },
    mutedAlerts: muted && { partition: "muted", order: `${muted.until}#${id}` },
    due: due === undefined ? undefined : { partition: "due", order: `${due}#${id}` },
  };
};

/** Of what nobody has reported yet nothing is known. */
const alertEdges = ({ id, ciIds = [], incidentIds = [], muted, raisedAt }: Alert): Edge[] =>
  [
    ...ciIds.map(target.ci),
    ...incidentIds.map(target.incident),
    ...(muted ? [target.window(muted.windowId)] : []),
  ]
    .filter((each, at, all) => all.indexOf(each) === at)
    .map((each) => ({ index: "byTarget", target: each, order: `${raisedAt}#${id}` }));

/** Its id is its key, so an alert exists from the start: version 0 is one that nobody has reported. */
export const alertRecords: RecordType<Alert> = {
  prefix: "ALT",
  initial: (id) => ({ id, version: 0 }) as Alert,
  indexes: alertIndexes,
  edges: alertEdges,
  long: ["labels", "links"],
  view: viewAlert,
  viewEntry,
};

export const stormRecords: RecordType<Storm> = {
  prefix: "STM",
  indexes: ({ id, state, startedAt }) => ({
    stormsByState: { partition: state, order: `${startedAt}#${id}` },
  }),
  // One active storm per service or source.
  claims: ({ state, serviceId, source = "" }) => (state === "active" ? [scopeOf({ serviceId, source })] : []),
  long: [],
  view: viewIfReader,
  viewEntry,
};

export const windowRecords: RecordType<MaintenanceWindow> = {
  prefix: "MNT",
  indexes: ({ id, state, to }) => ({ windowsByState: { partition: state, order: `${to}#${id}` } }),
  // One at a time for a change.
  claims: ({ state, changeId }) => (state === "planned" && changeId !== undefined ? [changeId] : []),
  long: [],
  view: viewWindow,
  viewEntry,
};

export const unreadableRecords: RecordType<Unreadable> = {
  prefix: "UNR",
  indexes: ({ id, createdAt }) => ({ unreadableReports: { partition: "all", order: `${createdAt}#${id}` } }),
  long: ["content"],
  view: viewIfReader,
  viewEntry,
};

export const settingsRecords = onlyRecord<MonitoringSettings>(defaultSettings);

/** What the handlers of this service work with. */
export type MonitoringContext = {
  readonly alerts: Records<Alert>;
  /** Reports of an alert that are only counted, by episode. */
  readonly tallies: Tallies;
  /** The places for incidents of their own that the alerts of a service have in a while. */
  readonly places: Places;
  readonly storms: Records<Storm>;
  /** Active storms that this process has met within seconds, by what they gather around. */
  readonly knownStorms: {
    readonly find: (scope: string) => string | undefined;
    readonly learn: (scope: string, stormId: string) => void;
  };
  readonly windows: Records<MaintenanceWindow>;
  /** What is known of changes that are approved, or were. */
  readonly changes: Projections<KnownChange>;
  /** What tools call configuration items. */
  readonly cis: Projections<KnownCi>;
  /** Windows that are not over; another container's is seen within seconds. */
  readonly openWindows: () => Promise<readonly MaintenanceWindow[]>;
  readonly unreadables: Records<Unreadable>;
  readonly settingsRecord: Records<MonitoringSettings>;
  readonly settings: () => Promise<MonitoringSettings>;
  readonly now: () => string;
  /** The same for one of several independent things that this request or event does. */
  readonly part: (name: string) => MonitoringContext;
};
