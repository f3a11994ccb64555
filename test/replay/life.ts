import type { ClockSummary } from "../../shared/targets/clock-summary.ts";
import type { LoggedIncident } from "./log.ts";
import type { RecordState } from "./plan-step.ts";

/** The incident as the API shows it, as far as the checks look at it. */
export type SeenIncident = RecordState & {
  readonly priority: number;
  readonly reassignmentCount: number;
  readonly reopenCount: number;
  readonly serviceLevels?: readonly ClockSummary[];
};

/** A row that was replayed: the entry it should have left, and the incident's version after it. */
export type Made = {
  readonly line: number;
  readonly entry: string;
  /** Undefined where the system acts by itself. */
  readonly version: number | undefined;
  readonly remark?: string | undefined;
};

/** A row that is not in the system. */
export type Unmade = { readonly number: string; readonly line: number; readonly reason: string };

/** What became of one incident of the log. */
export type Life = {
  readonly logged: LoggedIncident;
  record: SeenIncident | undefined;
  readonly made: Made[];
  readonly refused: Unmade[];
  readonly badData: Unmade[];
  /** Rows whose priority the system computed otherwise. */
  readonly priorityDiffers: Unmade[];
  /** Rows whose priority was compared. */
  compared: number;
};

export const newLife = (logged: LoggedIncident): Life => ({
  logged,
  record: undefined,
  made: [],
  refused: [],
  badData: [],
  priorityDiffers: [],
  compared: 0,
});
