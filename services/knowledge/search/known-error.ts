import type * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import type { Projections, ProjectionType } from "../../../shared/dynamo/projections.ts";
import type { SearchDocument } from "../../../shared/search/document.ts";
import type { KnownErrorSnapshot } from "../../problem/events-snapshot.ts";
import { isFor } from "../access.ts";
import { type Source, stampFacet, tag } from "./searchable.ts";
import { tagsForAudience } from "./sees.ts";

type Snapshot = z.infer<typeof KnownErrorSnapshot>;

/** A known error as problem management last published it; `published` is absent once it was withdrawn. */
export type KnownError = { readonly published?: Snapshot | undefined; readonly heardAt: string };

const heard = "heard";

export const knownErrorProjection: ProjectionType<KnownError> = {
  kind: "KNOWN-ERROR",
  memberships: ({ heardAt }) => [{ group: heard, order: heardAt }],
};

const audienceOf = ({ audience: { kind, teamIds = [] } }: Snapshot) => ({ audience: kind, teamIds });

/** What an actor sees of a known error: what its audience admits. */
export const viewKnownError = (actor: Actor, { published }: KnownError): Snapshot | undefined =>
  published && isFor(actor, audienceOf(published)) ? published : undefined;

export const knownErrorText = ({ symptom, cause = "", workaround = "" }: Snapshot): string =>
  [symptom, workaround, cause].filter(Boolean).join("\n");

const documentOf = (known: Snapshot): SearchDocument => {
  const { problemId: id, title, errorCode = "", ciIds, serviceId = "", category = "", edition } = known;
  return {
    id,
    title,
    keywords: [errorCode, category, serviceId, ...ciIds].join(" "),
    body: knownErrorText(known),
    tags: [
      tag("kind", "known_error"),
      ...(category ? [tag("category", category)] : []),
      ...(serviceId ? [tag("service", serviceId)] : []),
      ...ciIds.map((ci) => tag("ci", ci)),
      ...tagsForAudience(audienceOf(known)),
      tag(stampFacet, String(edition)),
    ],
  };
};

export const createKnownErrorSource = (knownErrors: Projections<KnownError>): Source => ({
  name: "known-errors",
  changes: async function* (from) {
    for await (const page of knownErrors.pages(heard, from))
      yield page.map(({ id, order, value: { published } }) => ({
        id,
        order,
        stamp: published ? String(published.edition) : "",
        isFound: published !== undefined,
      }));
  },
  documents: async (ids) => {
    const known = await knownErrors.known(ids);
    return new Map(
      [...known].flatMap(([id, { published }]) => (published ? [[id, documentOf(published)]] : [])),
    );
  },
});
