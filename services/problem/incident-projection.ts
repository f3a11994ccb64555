import type { Membership, ProjectionType } from "../../shared/dynamo/projections.ts";
import type { Synonyms } from "../../shared/search/understand.ts";
import type { IncidentSnapshot } from "../incident/events.ts";
import { type Likeness, likenessKeys } from "./candidate.ts";
import { bandKeys, bandsOf, titleWords } from "./text-likeness.ts";

/** What problem management keeps of an incident; of a restricted one no text is ever told. */
export type KnownIncident = Pick<
  IncidentSnapshot,
  | "id"
  | "state"
  | "restricted"
  | "priority"
  | "title"
  | "category"
  | "subcategory"
  | "serviceId"
  | "ciIds"
  | "callerId"
  | "openedAt"
  | "resolvedAt"
  | "breaches"
> & { readonly problemIds: readonly string[] };

const isProblem = (id: string): boolean => /^PRB\d{7,12}$/.test(id);

export const knownIncident = (incident: IncidentSnapshot): KnownIncident => {
  const { id, state, restricted, priority, title, category, subcategory, serviceId, ciIds } = incident;
  const { callerId, openedAt, resolvedAt, breaches, links } = incident;
  const problemIds = links.filter(({ type, target }) => type === "problem" && isProblem(target));
  return {
    id,
    state,
    restricted,
    priority,
    title,
    category,
    subcategory,
    serviceId,
    ciIds,
    callerId,
    openedAt,
    resolvedAt,
    breaches,
    problemIds: [...new Set(problemIds.map(({ target }) => target))],
  };
};

/** A restricted incident is compared with none and listed nowhere; one that was none after all is not, either. */
const counts = ({ restricted, state }: Pick<KnownIncident, "restricted" | "state">): boolean =>
  !restricted && state !== "cancelled";

/** In what an incident may be like others, besides its text. */
export const likenessesOf = (incident: KnownIncident): Likeness[] => {
  const { ciIds, serviceId, category, subcategory } = incident;
  if (!counts(incident)) return [];
  return [
    ...[...new Set(ciIds)].map((ciId) => ({ kind: "ci", ciId }) as const),
    ...(serviceId && category ? [{ kind: "service_category", serviceId, category } as const] : []),
    ...(serviceId ? [{ kind: "service", serviceId } as const] : []),
    ...(category ? [{ kind: "category", category, ...(subcategory ? { subcategory } : {}) } as const] : []),
  ];
};

/** The group of a problem's incidents. */
export const problemGroup = (problemId: string): string => `problem#${problemId}`;

const memberships = (incident: KnownIncident): readonly Membership[] => {
  const groups = [
    ...likenessesOf(incident).flatMap(likenessKeys),
    ...(counts(incident) ? incident.problemIds.map(problemGroup) : []),
  ];
  return groups.map((group) => ({ group, order: incident.openedAt }));
};

export const incidentProjection: ProjectionType<KnownIncident> = { kind: "INCIDENT", memberships };

/** What titles are compared by; kept apart, because it changes far more seldom than incidents do. */
export type KnownText = {
  readonly id: string;
  readonly words: readonly string[];
  readonly openedAt: string;
  readonly ciIds: readonly string[];
  readonly serviceId?: string | undefined;
  readonly category?: string | undefined;
  readonly problemIds: readonly string[];
};

export const knownText = (incident: KnownIncident, synonyms: Synonyms): KnownText => {
  const { id, title, openedAt, ciIds, serviceId, category, problemIds } = incident;
  const words = counts(incident) ? titleWords(title, synonyms) : [];
  return { id, words, openedAt, ciIds, serviceId, category, problemIds };
};

export const textProjection: ProjectionType<KnownText> = {
  kind: "TEXT",
  memberships: ({ words, openedAt }) => bandKeys(bandsOf(words)).map((group) => ({ group, order: openedAt })),
};
