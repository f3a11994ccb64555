import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { type Incident, ListedIncident, Resolution } from "../incident.ts";
import { candidateGroup, type KnownCandidate } from "../known-candidate.ts";
import { knownErrorGroup, knownErrorsLike, LikeKnownError } from "../known-error.ts";
import { Draft, mostLike, Reason } from "../likeness.ts";
import { type IncidentContext, target } from "../table.ts";
import { titleWords } from "../title-words.ts";

/** What one question reads at most: the newest of each kind, so its cost does not grow with the table. */
const newest = 15;
const mostCis = 3;
const mostWords = 8;
/** Before every time there is; an empty key is none to the table. */
const ever = "0";
/** As many as people look at while they type. */
const most = 5;

const Like = z.object({ incident: ListedIncident, score: z.number(), because: z.array(Reason) });
const Known = z.object({
  id: z.string(),
  incidents: z.number().int().describe("How many incidents it rests on"),
  lastOpenedAt: z.iso.datetime(),
});

/** What is known of an incident that was opened already, where the draft says nothing else. */
const completed = async (draft: Draft, { incidents }: IncidentContext): Promise<Draft> => {
  if (draft.incidentId === undefined) return draft;
  const { title, description, category, serviceId, ciIds, callerId } = await incidents.get(draft.incidentId);
  const given = Object.entries(draft).filter(([, value]) => value !== undefined);
  const said = { ...draft, title, description, category, serviceId, callerId, ...Object.fromEntries(given) };
  return draft.ciIds.length > 0 ? said : { ...said, ciIds: [...ciIds] };
};

/** Who reads all incidents looks among all that have something in common; others among their own. */
const asksFor = (actor: Actor, { title, description, ciIds, serviceId, category, callerId }: Draft) => {
  const everybody = may(actor, "incident:read_all");
  const caller = everybody ? callerId : actor.id;
  const edges = { index: "byTarget", newestFirst: true, edges: true };
  return [
    ...(caller ? [{ index: "byCaller", partition: caller, newestFirst: true }] : []),
    ...(everybody
      ? [
          ...ciIds.slice(0, mostCis).map((id) => ({ ...edges, partition: target.ci(id) })),
          ...(serviceId ? [{ ...edges, partition: target.service(serviceId) }] : []),
          ...(category ? [{ index: "byCategory", partition: category, newestFirst: true }] : []),
          ...titleWords(title ?? description ?? "")
            .slice(0, mostWords)
            .map((word) => ({ ...edges, partition: target.word(word) })),
        ]
      : []),
  ];
};

const candidatesFor = async (
  actor: Actor,
  { ciIds, serviceId, category }: Draft,
  { candidates }: IncidentContext,
): Promise<readonly KnownCandidate[]> => {
  if (!may(actor, "incident:read_all")) return [];
  const groups = [
    ...ciIds.slice(0, mostCis).map(candidateGroup.ci),
    ...(serviceId && category ? [candidateGroup.service(serviceId, category)] : []),
  ];
  const found = await Promise.all(groups.map((group) => candidates.members(group, ever, most)));
  return found.flat().map(({ value }) => value);
};

/** Published for few may lie among those published for all: more are read than are named. */
const mostKnownErrors = 50;

const knownErrorsFor = async ({ ciIds, serviceId, category }: Draft, { knownErrors }: IncidentContext) => {
  const groups = [
    knownErrorGroup.all,
    ...ciIds.slice(0, mostCis).map(knownErrorGroup.ci),
    ...(serviceId ? [knownErrorGroup.service(serviceId)] : []),
    ...(category ? [knownErrorGroup.category(category)] : []),
  ];
  const found = await Promise.all(groups.map((group) => knownErrors.members(group, ever, mostKnownErrors)));
  return found.flat().map(({ value }) => value);
};

/** How an incident was resolved, which indexes do not hold. */
const withResolution = async (incident: Incident, { incidents }: IncidentContext): Promise<Incident> =>
  incident.resolution ? incident : incidents.get(incident.id);

export const findSimilar = endpoint({
  id: "findSimilarIncidents",
  summary:
    "While somebody types: likely duplicates, how like incidents were resolved, known errors, problem candidates",
  route: "POST /incidents/similar",
  permission: "incident:read",
  safe: true,
  body: Draft,
  reply: z.object({
    duplicates: z.array(Like),
    resolved: z.array(Like.extend({ resolution: Resolution.optional() })),
    knownErrors: z.array(LikeKnownError),
    candidates: z.array(Known),
  }),
  refusals: ["not_found"],
  handle: async ({ body, actor }, context: IncidentContext) => {
    const { incidents, now } = context;
    const draft = await completed(body, context);
    const [found, known, candidates] = await Promise.all([
      Promise.all(asksFor(actor, draft).map((ask) => incidents.few(ask, newest))),
      knownErrorsFor(draft, context),
      candidatesFor(actor, draft, context),
    ]);
    const { duplicates, resolved } = mostLike(draft, found.flat(), now(), most);
    const solved = resolved.map(async (like) => {
      const incident = await withResolution(like.incident, context);
      return { ...like, incident, resolution: incident.resolution };
    });
    return {
      duplicates,
      resolved: await Promise.all(solved),
      knownErrors: [...knownErrorsLike(draft, known, actor, most)],
      candidates: [...candidates],
    };
  },
});
