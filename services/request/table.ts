import { may } from "../../shared/access/actor.ts";
import { dueAt } from "../../shared/approvals/approval.ts";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { RecordType } from "../../shared/dynamo/record.ts";
import type { IndexKey, TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { keptIndexes } from "../../shared/kept/kept.ts";
import {
  viewDraft,
  viewEntry,
  viewItem,
  viewRequest,
  viewSchedule,
  viewStanding,
  viewSurvey,
} from "./access.ts";
import { viewCatalogItem, viewCategory } from "./access-catalog.ts";
import type { CatalogItem } from "./catalog-item.ts";
import type { Category } from "./category.ts";
import { timelineFollows } from "./clock-facts.ts";
import { tasksDueAt } from "./decisions/tasks-pass.ts";
import type { Draft } from "./draft.ts";
import { catalogEdges, itemEdges, laterEdges, requestEdges, scheduleEdges, surveyEdges } from "./edges.ts";
import type { ServiceRequest } from "./request.ts";
import { isOpenItem, type RequestItem } from "./request-item.ts";
import type { Schedule } from "./schedule.ts";
import { defaultSettings, type RequestSettings } from "./settings.ts";
import type { Signal } from "./signal.ts";
import type { Standing } from "./standing.ts";
import type { Survey } from "./survey.ts";

/** Every question asked of the table. Indexes marked open hold unfinished work only. */
export const requestTable: TableDefinition = {
  indexes: {
    keptByState: "Catalog categories in a state, by name",
    catalogByState: "Catalog items in a state, by name",
    offered: "Catalog items that are offered: all, and those of a category, by name",
    byOwner: "What is a person's own, by state: drafts, schedules, standing entitlements, surveys",
    newest: "All requests by when they were placed",
    byState: "All requests, all items and all surveys in a state by when they began",
    byRequest: "The items of a request",
    open: "Open items by when they were placed",
    byTarget:
      "Requests of a person; items that wait for a person's or a role's decision, now or in a later step; items with open tasks of a team or a person; schedules that order for somebody else; catalog items that name a person; low scores that a person or a team is to follow up; items that wait for a signal",
    due: "Items, and schedules, by when time alone changes something about them",
    points: "Items by the next moment at which one of their service levels has something to tell",
  },
};

const key = (partition: string | undefined, ...order: readonly string[]): IndexKey | undefined =>
  partition === undefined ? undefined : { partition, order: order.join("#") };

/** Where kept records are in the API, and by that in lists. */
export const paths = { category: "catalog-categories" } as const;

export const categoryRecords: RecordType<Category> = {
  prefix: "CCA",
  indexes: keptIndexes(paths.category),
  long: ["description"],
  view: viewCategory,
  viewEntry: withoutSnapshot("category"),
};

/** All that is offered, in one list. */
export const allOffers = "all";

export const catalogRecords: RecordType<CatalogItem> = {
  prefix: "CIT",
  indexes: ({ id, state, name, offer }) => ({
    catalogByState: key(state, name.toLowerCase(), id),
    offered: offer && key(allOffers, offer.name.toLowerCase(), id),
  }),
  edges: catalogEdges,
  long: ["description", "form", "articles", "approvals", "autoApprove", "fulfilment", "bundle"],
  view: viewCatalogItem,
  viewEntry: withoutSnapshot("item"),
};

export const draftRecords: RecordType<Draft> = {
  prefix: "RQD",
  indexes: ({ id, state, ownerId, createdAt }) => ({
    byOwner: key(`${ownerId}#draft#${state}`, createdAt ?? "", id),
  }),
  long: ["lines"],
  view: viewDraft,
  viewEntry: withoutSnapshot("draft"),
};

export const requestRecords: RecordType<ServiceRequest> = {
  prefix: "REQ",
  indexes: ({ id, state, placedAt }) => ({
    newest: key("all", placedAt, id),
    byState: key(`request#${state}`, placedAt, id),
  }),
  edges: requestEdges,
  long: ["note", "cancellation", "attachments", "removedAttachments"],
  view: viewRequest,
  viewEntry,
};

const dueKey = (item: RequestItem): IndexKey | undefined => {
  const { id, state, approval } = item;
  const at = state === "awaiting_approval" ? dueAt(approval) : tasksDueAt(item);
  return at === undefined ? undefined : key("due", at, id);
};

export const itemRecords: RecordType<RequestItem> = {
  prefix: "RITM",
  indexes: (item) => {
    const { id, requestId, state, placedAt, nextPointAt } = item;
    return {
      byRequest: key(requestId, id),
      byState: key(`item#${state}`, placedAt, id),
      open: isOpenItem(item) ? key("open", placedAt, id) : undefined,
      due: dueKey(item),
      points: nextPointAt === undefined ? undefined : key("points", nextPointAt, id),
    };
  },
  edges: itemEdges,
  spread: laterEdges,
  long: [
    "answers",
    "shown",
    "note",
    "approval",
    "tasks",
    "reason",
    "timeline",
    "announced",
    "attachments",
    "removedAttachments",
  ],
  follows: timelineFollows,
  view: viewItem,
  viewEntry,
};

export const standingRecords: RecordType<Standing> = {
  prefix: "STE",
  indexes: ({ id, state, personId, since }) => ({ byOwner: key(`${personId}#standing#${state}`, since, id) }),
  long: [],
  view: viewStanding,
  viewEntry: withoutSnapshot("standing"),
};

export const surveyRecords: RecordType<Survey> = {
  prefix: "CSA",
  indexes: ({ id, state, personId, askedAt }) => ({
    byOwner: key(`${personId}#survey#${state}`, askedAt, id),
    byState: key(`survey#${state}`, askedAt, id),
  }),
  edges: surveyEdges,
  long: ["comment", "followUp"],
  view: viewSurvey,
  viewEntry: withoutSnapshot("survey"),
};

export const scheduleRecords: RecordType<Schedule> = {
  prefix: "RSC",
  indexes: ({ id, state, ownerId, name, nextAt }) => ({
    byOwner: key(`${ownerId}#schedule#${state}`, name.toLowerCase(), id),
    due: state === "active" && nextAt !== undefined ? key("schedule", nextAt, id) : undefined,
  }),
  edges: scheduleEdges,
  long: ["order", "failure"],
  view: viewSchedule,
  viewEntry: withoutSnapshot("schedule"),
};

export const signalRecords: RecordType<Signal> = {
  prefix: "RSG",
  indexes: () => ({}),
  long: ["text"],
  view: (actor, signal) => (may(actor, "request:signal") ? signal : undefined),
  viewEntry: withoutSnapshot("signal"),
};

/** The rules: one record that exists from the start. Who may see it is the endpoint's permission. */
export const settingsRecords: RecordType<RequestSettings> = {
  ...onlyRecord<RequestSettings>(defaultSettings),
  // What was decided before a rule existed says nothing of it: the usual holds.
  view: (_actor, settings) => ({ ...defaultSettings, ...settings }),
};
