import * as z from "zod";
import { type Incident, IncidentFields, IncidentId, isOpen, PersonId } from "./incident.ts";
import { stemsOf } from "./title-words.ts";

const { title, description, category, serviceId, ciIds } = IncidentFields.shape;

/** As much of an incident as is known while somebody is still typing. */
export const Draft = z.strictObject({
  title: title.optional(),
  description,
  category,
  serviceId,
  ciIds: ciIds.unwrap().default([]),
  callerId: PersonId.optional(),
  incidentId: IncidentId.optional().describe("The incident itself, where it was opened already"),
});
export type Draft = z.infer<typeof Draft>;

export const Reason = z.enum(["ci", "service", "category", "caller", "words", "code"]);
export type Reason = z.infer<typeof Reason>;

/** An incident that is like a draft, how much (0 to 10), and in what. */
export type Like = { readonly incident: Incident; readonly score: number; readonly because: Reason[] };

/** What each thing in common weighs. Chosen so that nearly the same words, a CI and some words, or what a failing thing shows come first. */
export const weights: Readonly<Record<Reason, number>> = {
  ci: 2.5,
  service: 1.5,
  category: 1,
  caller: 1,
  words: 4,
  code: 4,
};
/** Less than this is chance: a category alone, say. */
export const least = 1.5;
const week = 7 * 24 * 3_600_000;

/** The telling words of a text, whatever their ending. */
export const wordsOf = (text: string): Set<string> => new Set(stemsOf(text));

/** How many of the fewer words two texts share, 0 to 1. */
export const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const fewer = Math.min(a.size, b.size);
  return fewer === 0 ? 0 : [...a].filter((word) => b.has(word)).length / fewer;
};

/** How like an incident is to a draft. */
const like = (draft: Draft, incident: Incident, now: string): Like => {
  const title = wordsOf(draft.title ?? draft.description ?? "");
  const isRecent = Date.parse(now) - Date.parse(incident.openedAt) < week;
  const parts: Readonly<Record<Reason, number>> = {
    ci: incident.ciIds.some((id) => draft.ciIds.includes(id)) ? 1 : 0,
    service: draft.serviceId !== undefined && incident.serviceId === draft.serviceId ? 1 : 0,
    category: draft.category !== undefined && incident.category === draft.category ? 1 : 0,
    caller: isRecent && draft.callerId !== undefined && incident.callerId === draft.callerId ? 1 : 0,
    words: overlap(title, wordsOf(incident.title)),
    code: 0,
  };
  const because = Reason.options.filter((reason) => parts[reason] > 0);
  const score = because.reduce((sum, reason) => sum + weights[reason] * parts[reason], 0);
  return { incident, score: Math.round(score * 10) / 10, because };
};

const isSolved = ({ state }: Incident): boolean => state === "resolved" || state === "closed";

/** The most like a draft among some incidents: those it may be a duplicate of, and those that show a way out. */
export const mostLike = (draft: Draft, among: readonly Incident[], now: string, most: number) => {
  const known = new Map(among.map((incident) => [incident.id, incident]));
  const ranked = [...known.values()]
    .filter(({ id }) => id !== draft.incidentId)
    .map((incident) => like(draft, incident, now))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || (a.incident.openedAt < b.incident.openedAt ? 1 : -1));
  return {
    duplicates: ranked.filter(({ incident }) => isOpen(incident)).slice(0, most),
    resolved: ranked.filter(({ incident }) => isSolved(incident)).slice(0, most),
  };
};
