import type { Actor } from "../../shared/access/actor.ts";
import type { KnownAbsence } from "../../shared/approvals/absences.ts";
import type { FileContext } from "../../shared/attachments/file-store.ts";
import type { Bulk } from "../../shared/dynamo/bulk.ts";
import type { FactItems } from "../../shared/dynamo/fact-items.ts";
import type { Jobs } from "../../shared/dynamo/jobs.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { Together } from "../../shared/dynamo/together.ts";
import type { HeldRecord } from "../../shared/holdings/holdings.ts";
import type { ClockedRecords } from "../../shared/targets/clocked-records.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import type { ClockKeeper } from "../../shared/targets/keep-clocks.ts";
import type { KnownTerms } from "../../shared/targets/known-terms.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import type { CatalogItem } from "./catalog-item.ts";
import type { Category } from "./category.ts";
import type { Draft } from "./draft.ts";
import type { KnownRecord } from "./known.ts";
import type { ServiceRequest } from "./request.ts";
import type { RequestItem } from "./request-item.ts";
import type { Schedule } from "./schedule.ts";
import type { RequestSettings } from "./settings.ts";
import type { Signal } from "./signal.ts";
import type { Standing } from "./standing.ts";
import type { Survey } from "./survey.ts";

/** What the handlers of this service work with. */
export type RequestContext = FileContext & {
  readonly actor: Actor;
  readonly categories: Records<Category>;
  readonly catalog: Records<CatalogItem>;
  /** The catalog as it is offered to somebody, the caller unless given, by their teams in the organization, too. */
  readonly offersTo: (personId?: string) => Promise<Records<CatalogItem>>;
  /** The catalog whoever asks: what a bundle is made of need not be offered to its orderer. */
  readonly wholeCatalog: Records<CatalogItem>;
  readonly drafts: Records<Draft>;
  readonly requests: Records<ServiceRequest>;
  readonly items: ClockedRecords<RequestItem>;
  readonly standings: Records<Standing>;
  readonly surveys: Records<Survey>;
  readonly schedules: Records<Schedule>;
  readonly signals: Records<Signal>;
  readonly held: Records<HeldRecord>;
  /** How people were served, by what it is counted for and month. */
  readonly scores: FactItems<number>;
  /** Records as they are stored, for decisions on a request with all of its items, and numbers for new ones. */
  readonly stored: {
    readonly drafts: Bulk<Draft>;
    readonly requests: Bulk<ServiceRequest>;
    readonly items: Bulk<RequestItem>;
    readonly standings: Bulk<Standing>;
    readonly schedules: Bulk<Schedule>;
  };
  /** Writes what is decided of several kinds of records as one. */
  readonly together: <T, R extends RecordBase>(what: Together<T, R>) => Promise<R>;
  readonly clocks: () => Promise<ClockKeeper<RequestItem>>;
  /** All teams that there are; another container's news is seen within seconds. */
  readonly teams: () => Promise<readonly TeamSnapshot[]>;
  readonly knownTeams: Projections<TeamSnapshot>;
  /** Records of other services that orders name. */
  readonly known: Projections<KnownRecord>;
  readonly absences: Projections<KnownAbsence>;
  readonly knownTerms: Projections<KnownTerms>;
  readonly terms: () => Promise<Terms>;
  readonly jobs: Jobs;
  readonly settingsRecord: Records<RequestSettings>;
  /** The rules in force; another container's change is seen within seconds. */
  readonly settings: () => Promise<RequestSettings>;
  /** The key that calls of the customer's own automation are signed with. */
  readonly callKey: () => Promise<string>;
  readonly now: () => string;
  /** The same for one of several independent things that this request or event does. */
  readonly part: (name: string) => RequestContext;
  /** The same in the name of a person, with what everybody may do, or what who fulfils requests may. */
  readonly asPerson: (personId: string, isAgent?: boolean) => RequestContext;
};
