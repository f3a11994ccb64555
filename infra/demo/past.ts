import type { Ask } from "./ask.ts";
import { atOnce } from "./at-once.ts";
import { pastChanges } from "./past-changes.ts";
import { type PastIncident, pastIncident } from "./past-incidents.ts";
import { pastProblems } from "./past-problems.ts";
import { type Random, randomFrom } from "./random.ts";
import { day, hour, iso, minute, type Time } from "./time.ts";

/** As far back as the demo company's records go. */
const weeks = 12;
/** When the desk's day is looked back upon, UTC: what was reported since the morning, and what is solved. */
const evening = 15 * hour;

/** The evenings of the working days of the past weeks, oldest first; the last is before today. */
const workingEvenings = (today: number): readonly number[] => {
  const midnight = Math.floor(today / day) * day;
  return Array.from({ length: weeks * 7 }, (_, at) => midnight - (weeks * 7 - at) * day + evening).filter(
    (instant) => ![0, 6].includes(new Date(instant).getUTCDay()),
  );
};

/** When the past begins: in the morning before its first evening. */
export const beginningOfPast = (today: number): number => (workingEvenings(today)[0] ?? today) - 8 * hour;

const solve = (ask: Ask, agent: string, id: string, text: string): Promise<unknown> =>
  ask(agent, "POST", `/api/incidents/${id}/resolve`, { code: "solved_permanently", text });

type Left = { readonly id: string; readonly agent: string; readonly solved: string };

/** Writes an incident down as it is in the evening: solved, or in somebody's hands. */
const write = async (ask: Ask, now: number, incident: PastIncident): Promise<Left> => {
  const { report, agent, sinceMinutes, days, trouble } = incident;
  const begin =
    days === undefined
      ? { state: "resolved", code: "solved_permanently", text: trouble.solved }
      : { state: "in_progress" };
  const { id } = await ask(agent, "POST", "/api/incidents", {
    ...report,
    openedAt: iso(now - sinceMinutes * minute),
    teamId: days === undefined ? "service-desk" : trouble.teamId,
    assigneeId: agent,
    begin,
  });
  return { id, agent, solved: trouble.solved };
};

/** How many incidents a working day has; Mondays and the weeks of the bad release have more. */
const countOn = (random: Random, instant: number, week: number): number =>
  random.between(1, 2) + (new Date(instant).getUTCDay() === 1 ? 2 : 0) + (week === 5 ? 3 : 0);

/** An article that helped is said to have helped, and readers who found it by themselves open it. */
const readArticles = async (ask: Ask, random: Random, articles: readonly string[], incidentId: string) => {
  const articleId = random.pick(articles);
  if (random.chance(0.25))
    await ask("ada.service", "POST", `/api/articles/${articleId}/reuse`, {
      kind: "incident",
      id: incidentId,
    });
  if (random.chance(0.4)) {
    const reader = random.pick(["emma.field", "noah.brooks", "ivy.berg", "sofia.lund", "liam.dahl"]);
    await ask(reader, "POST", `/api/articles/${articleId}/open`, {});
  }
};

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
  const evenings = workingEvenings(today);
  const [changesOn, problemsOn] = [pastChanges(ask, time, evenings), pastProblems(ask)];
  const due = new Map<number, (() => Promise<unknown>)[]>();
  for (const [at, instant] of evenings.entries()) {
    await time.moveTo(instant);
    const week = Math.floor(at / 5);
    await atOnce([...(due.get(at) ?? []), ...changesOn(at), ...problemsOn(at)], (work) => work());
    const incidents = Array.from({ length: countOn(random, instant, week) }, () =>
      pastIncident(random, week),
    );
    await atOnce(incidents, async (incident) => {
      const { id, agent, solved } = await write(ask, instant, incident);
      if (articles.length > 0) await readArticles(ask, random, articles, id);
      const { days } = incident;
      // A few of them are still there today.
      if (days === undefined || random.chance(0.04)) return;
      if (days === 0 && at % 2 === 0) return void (await solve(ask, agent, id, solved));
      const later = at + Math.max(1, days);
      due.set(later, [...(due.get(later) ?? []), () => solve(ask, agent, id, solved)]);
    });
  }
};
