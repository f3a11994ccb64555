import type { CalendarEntry } from "../../shared/time/ical.ts";
import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import { weekOf } from "./edges.ts";
import type { Feed } from "./feed.ts";
import type { Freeze } from "./freeze.ts";
import type { Meeting } from "./meeting.ts";
import { foundAt, place } from "./occupancy.ts";
import { stretchesOf } from "./times.ts";

const day = 24 * 3_600_000;
const week = 7 * day;
/** Programs show some weeks back and a season ahead. */
const [daysBack, daysAhead] = [30, 120];
/** More is no calendar any more; what comes next is in it. */
const most = 2000;

type Stretch = { readonly from: string; readonly to: string };

const stretchAround = (now: string): Stretch => ({
  from: new Date(Date.parse(now) - daysBack * day).toISOString(),
  to: new Date(Date.parse(now) + daysAhead * day).toISOString(),
});

const collect = async (pages: AsyncIterable<readonly string[]>): Promise<string[]> => {
  const ids: string[] = [];
  for await (const page of pages) {
    ids.push(...page);
    if (ids.length >= most) break;
  }
  return ids.slice(0, most);
};

const mondayOf = (at: string): number => Date.parse(`${weekOf(at)}T00:00:00Z`);

/** The weeks of a stretch, from this one on; those that are past come last, the latest first. */
export const weeksFrom = (now: string, { from, to }: Stretch): readonly string[] => {
  const weeks: number[] = [];
  for (let at = mondayOf(now); at < Date.parse(to); at += week) weeks.push(at);
  for (let at = mondayOf(now) - week; at >= mondayOf(from); at -= week) weeks.push(at);
  return weeks.map((at) => new Date(at).toISOString().slice(0, 10));
};

async function* ofWeeks(stretch: Stretch, { changes, now }: ChangeContext) {
  for (const partition of weeksFrom(now(), stretch)) yield* changes.ids({ index: "byWeek", partition });
}

/** Ids of changes that a feed is about, by the index that has just these. */
const idsFor = async (feed: Feed, stretch: Stretch, context: ChangeContext): Promise<readonly string[]> => {
  const { teamId, serviceId, ciId } = feed;
  if (teamId !== undefined)
    return collect(context.changes.ids({ index: "byTeam", partition: teamId, upTo: stretch.to }));
  if (serviceId === undefined && ciId === undefined) return collect(ofWeeks(stretch, context));
  const where = ciId === undefined ? place.service(String(serviceId)) : place.ci(ciId);
  return [...(await foundAt([where], stretch.from, stretch.to, context))].slice(0, most);
};

const statusOf = ({ state }: Change): CalendarEntry["status"] => {
  if (state === "cancelled") return "CANCELLED";
  return state === "new" || state === "assess" || state === "authorize" ? "TENTATIVE" : "CONFIRMED";
};

const changeEntry = (change: Change): CalendarEntry[] => {
  const { id, title, type, state, risk, teamId, serviceId, plannedStart, plannedEnd, updatedAt, version } =
    change;
  if (plannedStart === undefined || plannedEnd === undefined) return [];
  const facts = [
    `State: ${state}`,
    ...(risk === undefined ? [] : [`Risk: ${risk}`]),
    ...(teamId === undefined ? [] : [`Team: ${teamId}`]),
    ...(serviceId === undefined ? [] : [`Service: ${serviceId}`]),
  ];
  return [
    {
      uid: `${id}@steward`,
      from: plannedStart,
      to: plannedEnd,
      summary: `${id} ${title}`,
      description: facts.join("\n"),
      status: statusOf(change),
      categories: [`${type} change`],
      updatedAt,
      sequence: version,
    },
  ];
};

const isAbout = (freeze: Freeze, { teamId, serviceId, ciId }: Feed): boolean =>
  freeze.all ||
  (teamId === undefined && serviceId === undefined && ciId === undefined) ||
  (teamId !== undefined && freeze.teamIds.includes(teamId)) ||
  (serviceId !== undefined && freeze.serviceIds.includes(serviceId)) ||
  (ciId !== undefined && freeze.ciIds.includes(ciId));

const freezeEntries = (freeze: Freeze, { from, to }: Stretch): CalendarEntry[] =>
  stretchesOf(freeze, from, to).map((stretch) => ({
    uid: `${freeze.id}-${stretch.from}@steward`,
    from: new Date(stretch.from).toISOString(),
    to: new Date(stretch.until).toISOString(),
    summary: `Change freeze: ${freeze.name}`,
    description: freeze.reason,
    status: "CONFIRMED",
    categories: ["freeze"],
    updatedAt: freeze.updatedAt,
    sequence: freeze.version,
    transparent: true,
  }));

const meetingEntry = (meeting: Meeting): CalendarEntry => ({
  uid: `${meeting.id}@steward`,
  from: meeting.startsAt,
  to: meeting.endsAt,
  summary: meeting.boardName,
  description: [meeting.place, meeting.minutes]
    .filter((each) => each !== undefined)
    .join("\n\n")
    .slice(0, 4000),
  status: meeting.state === "cancelled" ? "CANCELLED" : "CONFIRMED",
  categories: ["change advisory board"],
  updatedAt: meeting.updatedAt,
  sequence: meeting.version,
});

/** What a feed shows now: changes with their windows and the freezes around them, or a board's meetings. */
export const calendarOf = async (feed: Feed, context: ChangeContext): Promise<readonly CalendarEntry[]> => {
  const stretch = stretchAround(context.now());
  if (feed.boardId !== undefined) {
    const ids = context.meetings.ids({
      index: "meetingsByBoard",
      partition: feed.boardId,
      from: stretch.from,
    });
    return [...(await context.meetings.present(await collect(ids))).values()].map(meetingEntry);
  }
  const ids = await idsFor(feed, stretch, context);
  const found = [...(await context.changes.present(ids)).values()].filter(
    ({ plannedStart, plannedEnd }) =>
      plannedStart !== undefined && plannedStart < stretch.to && String(plannedEnd) > stretch.from,
  );
  const freezes = (await context.freezes()).filter((freeze) => isAbout(freeze, feed));
  return [
    ...found.flatMap(changeEntry),
    ...freezes.flatMap((freeze) => freezeEntries(freeze, stretch)),
  ].toSorted((a, b) => (`${a.from}${a.uid}` < `${b.from}${b.uid}` ? -1 : 1));
};
