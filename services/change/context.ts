import type { KnownAbsence } from "../../shared/approvals/absences.ts";
import type { FactItems } from "../../shared/dynamo/fact-items.ts";
import type { Jobs } from "../../shared/dynamo/jobs.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { ErrandRecord } from "../../shared/errands/errand.ts";
import type { HeldRecord } from "../../shared/holdings/holdings.ts";
import type { ClockedRecords } from "../../shared/targets/clocked-records.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import type { KnownTerms } from "../../shared/targets/known-terms.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import type { Board } from "./board.ts";
import type { Change } from "./change.ts";
import type { ChangeWindow } from "./change-window.ts";
import type { Delegation } from "./delegation.ts";
import type { End, Relation, Stay } from "./facts.ts";
import type { Feed } from "./feed.ts";
import type { Finding } from "./finding.ts";
import type { Freeze } from "./freeze.ts";
import type { KnownCi } from "./known-ci.ts";
import type { Meeting } from "./meeting.ts";
import type { ChangeModel } from "./model.ts";
import type { PermitKey } from "./permit.ts";
import type { RiskSettings } from "./risk-settings.ts";
import type { ChangeSettings } from "./settings.ts";
import type { ChangeTemplate } from "./template.ts";

/** What the handlers of this service work with. */
export type ChangeContext = {
  readonly changes: ClockedRecords<Change>;
  /** Agreements and calendars that changes are measured by, as service level management tells of them. */
  readonly knownTerms: Projections<KnownTerms>;
  readonly terms: () => Promise<Terms>;
  readonly models: Records<ChangeModel>;
  readonly templates: Records<ChangeTemplate>;
  /** What is known of the organization's teams, each a group of its own and one of each member's. */
  readonly teams: Projections<TeamSnapshot>;
  readonly boards: Records<Board>;
  /** A board whoever asks may see: to ask its members. */
  readonly boardNow: (id: string) => Promise<Board | undefined>;
  readonly meetings: Records<Meeting>;
  readonly feeds: Records<Feed>;
  /** Unauthorised changes. */
  readonly findings: Records<Finding>;
  readonly delegations: Records<Delegation>;
  /** Who is away, and who decides instead. */
  readonly absences: Projections<KnownAbsence>;
  /** What is known of CIs, by configuration management's events. */
  readonly cis: Projections<KnownCi>;
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
  readonly ends: FactItems<End>;
  readonly riskSettingsRecord: Records<RiskSettings>;
  /** As `settings`: seen within seconds. */
  readonly riskSettings: () => Promise<RiskSettings>;
  readonly errands: Records<ErrandRecord>;
  readonly jobs: Jobs;
  /** What it last answered to departures. */
  readonly held: Records<HeldRecord>;
  readonly settingsRecord: Records<ChangeSettings>;
  /** The rules in force; another container's change is seen within seconds. */
  readonly settings: () => Promise<ChangeSettings>;
  readonly now: () => string;
  readonly permitKey: PermitKey;
  /** The key that decision links are sealed with. */
  readonly linkKey: () => Promise<Buffer>;
  /** The same for one of several independent things that this request or event does. */
  readonly part: (name: string) => ChangeContext;
  /** The same for what is not a person's to see or not: whoever has the address of a feed reads it. */
  readonly asService: () => ChangeContext;
  /** The same in the name of somebody whose link was opened. */
  readonly asHolder: (personId: string) => ChangeContext;
};
