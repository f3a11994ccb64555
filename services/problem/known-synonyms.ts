import type { Projections, ProjectionType } from "../../shared/dynamo/projections.ts";
import type { Synonyms } from "../../shared/search/understand.ts";
import { usualSynonyms } from "../knowledge/events.ts";

/** What knowledge management last said of words that mean the same. */
export type KnownSynonyms = { readonly synonyms: Synonyms };

export const synonymsProjection: ProjectionType<KnownSynonyms> = {
  kind: "SYNONYMS",
  memberships: () => [],
};

/** The settings of knowledge management are one record. */
const subject = "knowledge-settings";

/** The synonyms in force: the usual ones until others are heard of. */
export const readSynonyms = async (known: Projections<KnownSynonyms>): Promise<Synonyms> =>
  (await known.known([subject])).get(subject)?.synonyms ?? usualSynonyms;
