import type { Index } from "../../../shared/search/index-of.ts";
import { type Answer, type Question, search } from "../../../shared/search/search.ts";

/** What answers questions: the own index, or a search service in its place. */
export type SearchEngine = {
  readonly ask: (questions: readonly Question[]) => Promise<readonly Answer[]>;
};

/** The own index, as it is at the moment. */
export const ownEngine = (read: () => Promise<Index>): SearchEngine => ({
  ask: async (questions) => {
    const index = await read();
    return questions.map((question) => search(index, question));
  },
});
