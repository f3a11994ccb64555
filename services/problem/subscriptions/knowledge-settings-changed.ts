import { subscription } from "../../../shared/events/subscription.ts";
import { KnowledgeSettingsChanged } from "../../knowledge/events.ts";
import type { ProblemContext } from "../table.ts";

export const knowledgeSettingsChanged = subscription({
  id: "knowledge-settings-changed",
  summary: "Titles of incidents are compared with the synonyms of the search.",
  event: KnowledgeSettingsChanged,
  handle: async ({ meta, data: { synonyms } }, { knownSynonyms }: ProblemContext) => {
    if (synonyms !== undefined) await knownSynonyms.keep(meta, { synonyms });
  },
});
