import type { SearchDocument } from "./document.ts";
import type { Answer, Question } from "./search.ts";
import { isFiller, spokenWords, stemOf } from "./words.ts";

/** A call of a search service's REST API; `body` is JSON, or lines of JSON for many documents at once. */
export type SearchCall = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: string | undefined;
};
export type SendSearchCall = (
  call: SearchCall,
) => Promise<{ readonly status: number; readonly body: unknown }>;

const fields = ["title^3", "keywords^2", "body"] as const;
/** As the own index counts synonyms. */
const synonymBoost = 0.7;
const mostValues = 1000;

/**
 * How Amazon OpenSearch (and Elasticsearch 7) keeps documents: texts taken apart as the own index does it (names
 * made of several words, accents, English endings), tags as they are.
 */
export const openSearchIndex = {
  settings: {
    analysis: {
      filter: {
        parts: { type: "word_delimiter_graph", preserve_original: true, catenate_all: true },
        english: { type: "stemmer", language: "porter2" },
      },
      analyzer: {
        technical: {
          type: "custom",
          tokenizer: "whitespace",
          filter: ["parts", "flatten_graph", "lowercase", "asciifolding", "english"],
        },
      },
    },
  },
  mappings: {
    dynamic: false,
    properties: {
      title: { type: "text", analyzer: "technical" },
      keywords: { type: "text", analyzer: "technical" },
      body: { type: "text", analyzer: "technical" },
      tags: { type: "keyword" },
      stamp: { type: "keyword" },
    },
  },
} as const;

const createCall = (index: string): SearchCall => ({
  method: "PUT",
  path: `/${index}`,
  body: JSON.stringify(openSearchIndex),
});

/** Writes and removes documents at once; a document without a single tag is removed. */
export const bulkCall = (index: string, documents: readonly SearchDocument[]): SearchCall => ({
  method: "POST",
  path: `/${index}/_bulk`,
  body: documents
    .flatMap(({ id, title, keywords, body, tags }): readonly object[] =>
      tags.length === 0
        ? [{ delete: { _id: id } }]
        : [{ index: { _id: id } }, { title, keywords, body, tags }],
    )
    .map((line) => `${JSON.stringify(line)}\n`)
    .join(""),
});

const matching = ({ text, isTyping, synonyms = [] }: Question): object[] => {
  const words = new Set(spokenWords(text));
  const same = synonyms.filter((list) => list.some((word) => words.has(word))).flat();
  const others = [...new Set(same)].filter((word) => !words.has(word));
  return [
    { multi_match: { query: text, fields, type: "most_fields", fuzziness: "AUTO:4,8", prefix_length: 1 } },
    ...(isTyping ? [{ multi_match: { query: text, fields, type: "bool_prefix" } }] : []),
    ...(others.length > 0
      ? [{ multi_match: { query: others.join(" "), fields, type: "most_fields", boost: synonymBoost } }]
      : []),
  ];
};

/** What is escaped in the service's regular expressions (Lucene). */
const literally = (text: string): string => text.replace(/[.?+*|{}[\]()"\\#@&<>~^$-]/g, "\\$&");

/** A question as the service takes it. What may not be seen is filtered before anything is ranked or counted. */
export const searchCall = (index: string, question: Question): SearchCall => ({
  method: "POST",
  path: `/${index}/_search`,
  body: JSON.stringify({
    size: question.limit,
    _source: false,
    track_total_hits: true,
    query: {
      bool: {
        should: matching(question),
        minimum_should_match: 1,
        filter: question.filter.map((group) => ({ terms: { tags: group } })),
      },
    },
    sort: ["_score", { _id: "asc" }],
    aggs: Object.fromEntries(
      (question.facets ?? []).map((facet) => [
        facet,
        { terms: { field: "tags", include: `${literally(facet)}:.*`, size: mostValues } },
      ]),
    ),
  }),
});

type Found = {
  readonly hits: {
    readonly total: { readonly value: number };
    readonly hits: readonly { readonly _id: string; readonly _score: number }[];
  };
  readonly aggregations?: Readonly<
    Record<string, { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] }>
  >;
};

/**
 * The service's answer as the own index would give it. It never says what is likely meant: its suggestions come
 * from all documents, whoever asks.
 */
export const answerOf = (question: Question, found: unknown): Answer => {
  const { hits, aggregations = {} } = found as Found;
  const words = spokenWords(question.text).filter((word) => !isFiller(word));
  return {
    hits: hits.hits.map(({ _id: id, _score: score }) => ({ id, score })),
    total: hits.total.value,
    facets: Object.fromEntries(
      (question.facets ?? []).map((facet) => [
        facet,
        (aggregations[facet]?.buckets ?? []).map(({ key, doc_count: count }) => ({
          value: key.slice(facet.length + 1),
          count,
        })),
      ]),
    ),
    terms: new Set(words.map(stemOf)),
    didYouMean: undefined,
  };
};

/** Refuses to go on where the service did not do what it was asked to. */
export const mustSucceed = async (send: SendSearchCall, call: SearchCall): Promise<unknown> => {
  const { status, body } = await send(call);
  if (status >= 300)
    throw new Error(`${call.method} ${call.path}: ${status} ${JSON.stringify(body)?.slice(0, 500)}`);
  const failed = (body as { errors?: boolean } | undefined)?.errors === true;
  if (failed) throw new Error(`${call.method} ${call.path}: ${JSON.stringify(body).slice(0, 500)}`);
  return body;
};

type Refused = { readonly error?: { readonly type?: string } };

/**
 * Makes the index with its mapping; one that is there already is left alone. Anything else is an error: without the
 * mapping the service would guess one at the first document, by which no tag is found.
 */
export const makeIndex = async (send: SendSearchCall, index: string): Promise<void> => {
  const call = createCall(index);
  await mustSucceed(async (asked) => {
    const answer = await send(asked);
    const why = (answer.body as Refused | undefined)?.error?.type;
    const isThere = answer.status === 400 && why === "resource_already_exists_exception";
    return isThere ? { status: 200, body: {} } : answer;
  }, call);
};
