import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import { type Decision, occurred, type RecordBase, type RecordType } from "../../shared/dynamo/record.ts";
import { ArticleId } from "./article.ts";
import { PersonId } from "./content.ts";
import { SuggestionOpened, SuggestionSettled } from "./events.ts";

/**
 * Whether an article that was suggested spared somebody a ticket (deflection): they opened it, and either a ticket
 * of theirs followed within a while or none did.
 */
export const readingLifecycle = defineLifecycle(["open", "helped", "followed"], {
  help: { from: ["open"], to: "helped" },
  follow: { from: ["open"], to: "followed" },
});

export const Reading = z
  .object({
    id: z.string(),
    ...recordFields,
    state: readingLifecycle.State,
    articleId: ArticleId,
    personId: PersonId,
    openedAt: z.iso.datetime(),
    isWork: z.boolean().optional().describe("Its reader works on IT services: it spared nobody a ticket"),
    settlesAt: z.iso.datetime().describe("When it is known whether a ticket followed"),
    recordId: z.string().optional().describe("The ticket that followed"),
  })
  .meta({ id: "SuggestionReading" });
export type Reading = z.infer<typeof Reading> & RecordBase;

/** Who reads what is their own affair; who manages knowledge sees sums. */
const view = (actor: Actor, reading: Reading): Reading | undefined =>
  actor.id === reading.personId || actor.permissions.has("*") ? reading : undefined;

/** Events travel: the ticket of the last minute may be heard of a little later. */
const graceMs = 10 * 60_000;

/** What the reading that is still open, of one person and one article, is found by. */
export const readingClaim = (articleId: string, personId: string): string =>
  `reading#${articleId}#${personId}`;

export const readingRecords: RecordType<Reading> = {
  prefix: "RDG",
  indexes: ({ id, state, articleId, openedAt, settlesAt, isWork }) => ({
    readingsByArticle: isWork
      ? undefined
      : { partition: `${articleId}#${state}`, order: `${openedAt}#${id}` },
    due:
      state === "open" && !isWork
        ? { partition: "reading", order: `${new Date(Date.parse(settlesAt) + graceMs).toISOString()}#${id}` }
        : undefined,
  }),
  // Who opens it again meanwhile is still spared one ticket at most.
  claims: ({ state, articleId, personId }) => (state === "open" ? [readingClaim(articleId, personId)] : []),
  long: [],
  view,
  viewEntry: (_actor, _reading, entry) => entry,
};

const hour = 3_600_000;

/** Somebody opened it. Who works on IT services reads to help others: that never settles and counts for nothing. */
export const openReading = (
  articleId: string,
  reader: Actor,
  openedAt: string,
  hours: number,
): Decision<Reading> => {
  const settlesAt = new Date(Date.parse(openedAt) + hours * hour).toISOString();
  const isWork = may(reader, "knowledge:read_internal");
  const fields = { articleId, personId: reader.id, openedAt, settlesAt, ...(isWork ? { isWork } : {}) };
  return [occurred(SuggestionOpened, { articleId }, { state: "open", ...fields })];
};

/** A ticket that somebody opened, or something they ordered: by whom and when. */
export type KnownOpening = { readonly callerId: string; readonly openedAt: string };

export const openingGroup = (callerId: string): string => `caller#${callerId}`;

export const openingProjection: ProjectionType<KnownOpening> = {
  kind: "OPENING",
  memberships: ({ callerId, openedAt }) => [{ group: openingGroup(callerId), order: openedAt }],
};

/** What became of it, by the tickets that its reader opened since. */
export const settleReading = (
  reading: Reading,
  openings: readonly (KnownOpening & { readonly id: string })[],
  now: string,
): Decision<Reading> => {
  if (reading.state !== "open" || reading.isWork || now < reading.settlesAt) return [];
  const ticket = openings
    .filter(({ openedAt }) => openedAt >= reading.openedAt && openedAt <= reading.settlesAt)
    .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))[0];
  const state = readingLifecycle.next(reading.state, ticket ? "follow" : "help");
  const { articleId } = reading;
  return [occurred(SuggestionSettled, { articleId, outcome: state }, { state, recordId: ticket?.id })];
};
