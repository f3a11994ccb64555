/**
 * What is searched by. Fields count differently: a word in the title says more than one in the body. `tags` are
 * what is filtered and counted by, such as `category:network` or `audience:everyone`: exact, never searched in.
 */
export type SearchDocument = {
  readonly id: string;
  readonly title: string;
  readonly keywords?: string | undefined;
  readonly body: string;
  readonly tags: readonly string[];
};

/** In the order in which postings count them. */
export const fieldNames = ["title", "keywords", "body"] as const;

/**
 * How much a word counts by field, and how far a field's length counts against it (BM25F's `w` and `b`,
 * Robertson and Zaragoza 2009): titles are short for all, long bodies say everything.
 */
export const fieldWeights = [
  { weight: 3, b: 0.3 },
  { weight: 2, b: 0.3 },
  { weight: 1, b: 0.75 },
] as const;
