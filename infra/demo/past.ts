import type { Ask } from "./ask.ts";
import { atOnce } from "./at-once.ts";
import { pastChanges } from "./past-changes.ts";
import { type PastIncident, pastIncident } from "./past-incidents.ts";
import { pastProblems } from "./past-problems.ts";
import { type Random, randomFrom } from "./random.ts";
import { day, hour, iso, minute, type Time } from "./time.ts";

/** As far back as the demo company's records go. */
const weeks = 12;
/** When the desk's days are looked back upon: Tuesday and Friday, in UTC. */
const lookedBackOn = [2, 5];
const evening = 15 * hour;

/** The evenings of the past weeks, oldest first; the last is before today. */
const pastEvenings = (today: number): readonly number[] => {
  const midnight = Math.floor(today / day) * day;
  return Array.from({ length: weeks * 7 }, (_, at) => midnight - (weeks * 7 - at) * day + evening).filter(
    (instant) => lookedBackOn.includes(new Date(instant).getUTCDay()),
  );
};

/** When the past begins: in the morning before its first evening. */
export const beginningOfPast = (today: number): number => (pastEvenings(today)[0] ?? today) - 8 * hour;

const solve = (ask: Ask, agent: string, id: string, text: string): Promise<unknown> =>
  ask(agent, "POST", `/api/incidents/${id}/resolve`, { code: "solved_permanently", text });

/** Writes an incident down as it is in the evening: solved, or in somebody's hands. */
const write = async (ask: Ask, now: number, incident: PastIncident): Promise<string> => {
  const { report, agent, sinceMinutes, days, trouble } = incident;
  const begin =
    days === undefined
      ? { state: "resolved", code: "solved_permanently", text: trouble.solved }
      : { state: "in_progress" };
  const { id } = await ask(agent, "POST", "/api/incidents", {
    ...report,
    openedAt: iso(now - sinceMinutes * minute),
    teamId: trouble.teamId,
    assigneeId: agent,
    begin,
  });
  return id;
};

/** How many incidents an evening brings; those of Fridays and of the bad release are more. */
const countOn = (random: Random, instant: number, week: number): number =>
  random.between(2, 4) + (new Date(instant).getUTCDay() === 5 ? 1 : 0) + (week === 5 ? 3 : 0);

/** An article that helped is said to have helped, and readers who found it by themselves open it. */
const readArticles = async (
  ask: Ask,
  articles: readonly string[],
  { helpedBy, reader }: PastIncident,
  id: string,
): Promise<void> => {
  const articleId = articles[(helpedBy ?? id.length) % articles.length];
  if (articleId === undefined) return;
  if (helpedBy !== undefined)
    await ask("ada.service", "POST", `/api/articles/${articleId}/reuse`, { kind: "incident", id });
  if (reader !== undefined) await ask(reader, "POST", `/api/articles/${articleId}/open`, {});
};

/** The very first one is Emma's, so that everybody who shows the company around finds a past one of hers. */
const ofEmma = (incident: PastIncident): PastIncident => ({
  ...incident,
  report: { ...incident.report, callerId: "emma.field" },
});

/**
 * Lives through the last twelve weeks, evening by evening, through the API that everybody uses: nothing is
 * written with another time than the system's own.
 */
export const livePast = async (
  ask: Ask,
  time: Time,
  today: number,
  articles: readonly string[],
): Promise<void> => {
  const random = randomFrom(20_260_901);
  const evenings = pastEvenings(today);
  const [changesOn, problemsOn] = [pastChanges(ask, time, evenings), pastProblems(ask)];
  const due = new Map<number, (() => Promise<unknown>)[]>();
  for (const [at, instant] of evenings.entries()) {
    await time.moveTo(instant);
    const week = Math.floor(at / lookedBackOn.length);
    await atOnce([...(due.get(at) ?? []), ...changesOn(at), ...problemsOn(at)], (work) => work());
    const incidents = Array.from({ length: countOn(random, instant, week) }, () =>
      pastIncident(random, week),
    );
    const live = async (incident: PastIncident): Promise<void> => {
      const id = await write(ask, instant, incident);
      await readArticles(ask, articles, incident, id);
      const { days, stays, agent, trouble } = incident;
      if (days === undefined || stays) return;
      const later = at + Math.max(1, days);
      due.set(later, [...(due.get(later) ?? []), () => solve(ask, agent, id, trouble.solved)]);
    };
    if (at === 0) await live(ofEmma(pastIncident(random, week)));
    await atOnce(incidents, live);
  }
};
