import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { stretchesBetween } from "../../../shared/time/windows.ts";
import { isOpen, nextOpening } from "../../../shared/time/working-time.ts";
import { CalendarId, effectiveTerms } from "../calendar.ts";
import { Instant, iso } from "../instants.ts";
import { SeenStretch, seenStretch } from "../stretches.ts";
import type { ServiceLevelContext } from "../table.ts";

const day = 86_400_000;
/** A month: with a window every hour the answer stays below 300 kB. */
const mostDays = 31;
const usualDays = 7;

const Opening = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  isOpen: z.boolean().describe("At `from`"),
  nextOpening: z.iso.datetime().optional().describe("`from` itself while open; absent: not within a century"),
  stretches: z.array(SeenStretch).describe("From `from` to `to` without gaps"),
});

export const getCalendarOpening = endpoint({
  id: "getCalendarOpening",
  summary: "When a calendar is open, when not, and why",
  route: "GET /calendars/{calendarId}/opening",
  permission: "service-level:read",
  params: z.object({ calendarId: CalendarId }),
  query: z.strictObject({
    from: Instant.optional().describe("Now unless given"),
    to: Instant.optional().describe(`${usualDays} days later unless given, ${mostDays} at most`),
  }),
  reply: Opening,
  refusals: ["not_found"],
  handle: async ({ params, query }, { calendars, now }: ServiceLevelContext) => {
    const { from = Date.parse(now()), to = from + usualDays * day } = query;
    if (to <= from || to - from > mostDays * day) {
      const violation = { path: "query.to", message: `After \`from\`, by ${mostDays} days at most` };
      throw new Refusal("invalid_input", undefined, [violation]);
    }
    const calendar = compileCalendar(effectiveTerms(await calendars.get(params.calendarId)));
    const next = nextOpening(calendar, from);
    return {
      from: iso(from),
      to: iso(to),
      isOpen: isOpen(calendar, from),
      nextOpening: next === undefined ? undefined : iso(next),
      stretches: [...stretchesBetween(calendar, from, to)].map(seenStretch),
    };
  },
});
