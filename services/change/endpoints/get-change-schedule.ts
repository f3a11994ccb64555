import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { Instant } from "../task.ts";
import { stretchesOf, type Times } from "../times.ts";

const day = 24 * 3_600_000;
const mostDays = 62;
const mostMeetings = 100;

const Query = z
  .strictObject({ from: Instant, to: Instant })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "After the beginning" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= mostDays * day, {
    path: ["to"],
    error: `At most ${mostDays} days`,
  });

const Stretch = z.object({
  id: z.string(),
  kind: z.enum(["freeze", "window", "meeting"]),
  name: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
});
type Stretch = z.infer<typeof Stretch>;

type Kept = Times & { readonly id: string; readonly name: string };

const stretches = (kind: Stretch["kind"], all: readonly Kept[], from: string, to: string): Stretch[] =>
  all.flatMap((one) =>
    stretchesOf(one, from, to).map((stretch) => ({
      id: one.id,
      kind,
      name: one.name,
      from: new Date(stretch.from).toISOString(),
      to: new Date(stretch.until).toISOString(),
    })),
  );

export const getChangeSchedule = endpoint({
  id: "getChangeSchedule",
  summary:
    "When nothing is changed, when services and CIs may be worked on, and when boards meet, in a stretch of time",
  route: "GET /change-schedule",
  permission: "change:read_all",
  query: Query,
  reply: z.object({ items: z.array(Stretch) }),
  refusals: [],
  handle: async ({ query: { from, to } }, { freezes, windows, meetings }: ChangeContext) => {
    const ask = { index: "meetingsByState", partition: "planned", from };
    const planned = (await meetings.few(ask, mostMeetings)).filter(({ startsAt }) => startsAt < to);
    const items = [
      ...stretches("freeze", await freezes(), from, to),
      ...stretches("window", await windows(), from, to),
      ...planned.map(({ id, boardName: name, startsAt, endsAt }) => ({
        id,
        kind: "meeting" as const,
        name,
        from: startsAt,
        to: endsAt,
      })),
    ];
    return { items: items.toSorted((a, b) => (`${a.from}${a.id}` < `${b.from}${b.id}` ? -1 : 1)) };
  },
});
