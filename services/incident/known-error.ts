import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { KnownErrorSnapshot } from "../problem/events-snapshot.ts";
import { type Draft, least, overlap, Reason, weights, wordsOf } from "./likeness.ts";

type Snapshot = z.infer<typeof KnownErrorSnapshot>;

/**
 * What incident management keeps of a known error: enough to name it where somebody reports what it is about.
 * `published` is absent once it was withdrawn. Each group that it is in has a copy, so texts are cut short.
 */
export type KnownError = { readonly published?: Snapshot | undefined };

/** As much of a text as tells whether it is the same thing; all of it is in problem management. */
const mostText = 1000;
const cut = (text: string | undefined): string | undefined => text?.slice(0, mostText);

export const knownError = (published: Snapshot | undefined): KnownError => ({
  published: published && {
    ...published,
    symptom: published.symptom.slice(0, mostText),
    cause: undefined,
    workaround: cut(published.workaround),
  },
});

/** Groups in which a draft looks for known errors; `all` for those that it names nothing in common with but words. */
export const knownErrorGroup = {
  all: "all",
  ci: (id: string) => `ci#${id}`,
  service: (id: string) => `service#${id}`,
  category: (name: string) => `category#${name}`,
};

export const knownErrorProjection: ProjectionType<KnownError> = {
  kind: "KNOWN-ERROR",
  memberships: ({ published }) => {
    if (published === undefined) return [];
    const { ciIds, serviceId, category, publishedAt: order } = published;
    const groups = [
      knownErrorGroup.all,
      ...new Set(ciIds.map(knownErrorGroup.ci)),
      ...(serviceId ? [knownErrorGroup.service(serviceId)] : []),
      ...(category ? [knownErrorGroup.category(category)] : []),
    ];
    return groups.map((group) => ({ group, order }));
  },
};

/** Who reads a known error is said when it is published: everybody, those who work on incidents, or their teams. */
const isFor = (actor: Actor, { audience: { kind, teamIds = [] } }: Snapshot): boolean =>
  kind === "everyone" ||
  (may(actor, "incident:read_all") && (kind === "agents" || teamIds.some((id) => actor.teams.includes(id))));

export const LikeKnownError = z.object({
  problemId: z.string().describe("All of it: `GET /known-errors/{problemId}`"),
  edition: z.number().int(),
  title: z.string(),
  symptom: z.string().describe(`At most ${mostText} characters`),
  workaround: z.string().optional().describe(`At most ${mostText} characters`),
  errorCode: z.string().optional(),
  score: z.number(),
  because: z.array(Reason),
});
export type LikeKnownError = z.infer<typeof LikeKnownError>;

const says = (text: string, code: string | undefined): boolean =>
  code !== undefined && text.toLowerCase().includes(code.toLowerCase());

const likeness = (draft: Draft, known: Snapshot): LikeKnownError => {
  const { problemId, edition, title, symptom, workaround, errorCode, ciIds, serviceId, category } = known;
  const text = `${draft.title ?? ""} ${draft.description ?? ""}`;
  const parts: Readonly<Record<Reason, number>> = {
    ci: ciIds.some((id) => draft.ciIds.includes(id)) ? 1 : 0,
    service: draft.serviceId !== undefined && serviceId === draft.serviceId ? 1 : 0,
    category: draft.category !== undefined && category === draft.category ? 1 : 0,
    caller: 0,
    words: overlap(wordsOf(draft.title ?? draft.description ?? ""), wordsOf(`${title} ${symptom}`)),
    code: says(text, errorCode) ? 1 : 0,
  };
  const because = Reason.options.filter((reason) => parts[reason] > 0);
  const score = because.reduce((sum, reason) => sum + weights[reason] * parts[reason], 0);
  return {
    problemId,
    edition,
    title,
    symptom,
    workaround,
    errorCode,
    score: Math.round(score * 10) / 10,
    because,
  };
};

/** The known errors most like a draft among those that an actor may read. */
export const knownErrorsLike = (
  draft: Draft,
  among: readonly KnownError[],
  actor: Actor,
  most: number,
): readonly LikeKnownError[] => {
  const readable = among.flatMap(({ published }) =>
    published && isFor(actor, published) ? [published] : [],
  );
  const each = new Map(readable.map((known) => [known.problemId, known]));
  return [...each.values()]
    .map((known) => likeness(draft, known))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || (a.problemId < b.problemId ? 1 : -1))
    .slice(0, most);
};
