import * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import { endpoint, type Form } from "../../shared/http/endpoint.ts";
import { keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { type CalendarEntry, icalOf } from "../../shared/time/ical.ts";
import { calendarOf } from "./calendar-of.ts";
import type { ChangeContext } from "./context.ts";
import { Feed, FeedFields, FeedId, openFeed, sealFeed, tellOfFeed } from "./feed.ts";
import { paths } from "./table-kept.ts";

const params = z.object({ changeFeedId: FeedId });

const Calendar = z.object({ name: z.string(), entries: z.array(z.unknown()) });

/** Programs look again so often (minutes): a freeze that is made in between is seen within the hour. */
const minutes = 30;

const ical: Form = {
  type: "text/calendar",
  ending: "ics",
  description: "iCalendar (RFC 5545): changes with their windows, freezes, or meetings of a board",
  write: (page) => {
    const { name, entries } = page as { readonly name: string; readonly entries: readonly CalendarEntry[] };
    return icalOf(name, entries, minutes);
  },
};

const makeFeedLink = endpoint({
  id: "makeChangeFeedLink",
  summary: "An address for calendar programs, which needs no signing in until the feed is retired",
  route: "POST /change-feeds/{changeFeedId}/link",
  permission: "change:read_all",
  params,
  body: z.strictObject({}),
  reply: z.object({
    path: z
      .string()
      .describe("To be put behind the address of the product; whoever has it reads the calendar"),
  }),
  safe: true,
  refusals: ["not_found", "rule_violation"],
  handle: async ({ params: { changeFeedId } }, { feeds, linkKey }: ChangeContext) => {
    const { id, state } = await feeds.get(changeFeedId);
    if (state === "retired") throw new Refusal("rule_violation", "It is retired");
    return { path: `/api/change-calendar?token=${sealFeed(await linkKey(), id)}` };
  },
});

const getFeedCalendar = endpoint({
  id: "getChangeFeedCalendar",
  summary: "What a feed shows, for those who sign in",
  route: "GET /change-feeds/{changeFeedId}/calendar",
  permission: "change:read_all",
  params,
  reply: Calendar,
  only: ical,
  refusals: ["not_found"],
  handle: async ({ params: { changeFeedId } }, context: ChangeContext) => {
    const feed = await context.feeds.get(changeFeedId);
    return { name: feed.name, entries: [...(await calendarOf(feed, context))] };
  },
});

const readCalendar = endpoint({
  id: "readChangeCalendar",
  summary: "What a feed shows, by the address that was made for calendar programs",
  route: "GET /change-calendar",
  query: z.strictObject({ token: z.string().min(1).max(200) }),
  reply: Calendar,
  only: ical,
  refusals: ["not_found"],
  handle: async ({ query: { token } }, context: ChangeContext) => {
    const id = openFeed(await context.linkKey(), token);
    const all = context.asService();
    const feed = id === undefined ? undefined : await all.feeds.get(id);
    if (feed?.state !== "active") throw new Refusal("not_found", "The address is not right, or is over");
    return { name: feed.name, entries: [...(await calendarOf(feed, all))] };
  },
});

/** Calendars that programs subscribe to. */
export const feedEndpoints = [
  ...keptEndpoints<ChangeContext, Feed, typeof FeedFields>({
    noun: ["ChangeFeed", "ChangeFeeds"],
    title: "a calendar feed",
    summaries: {
      create: "Make a calendar of changes or of a board's meetings that programs can subscribe to",
      retire: "Its addresses open nothing any more",
    },
    path: paths.feed,
    id: ["changeFeedId", FeedId],
    fields: FeedFields,
    reply: Feed,
    listed: Feed.meta({ id: "ListedChangeFeed" }),
    tell: tellOfFeed,
    read: "change:read_all",
    write: "change:open",
    history: "change:read_all",
    records: ({ feeds }) => feeds,
    mayWrite: () => true,
  }),
  makeFeedLink,
  getFeedCalendar,
  readCalendar,
];
