/**
 * `npm run --silent search-eval -- DIR` ranks the documents of a collection (`corpus.jsonl`, `queries.jsonl`,
 * `qrels.tsv`) for its questions. The last line is the figures as one JSON object; before it, plain BM25's.
 */
import { indexOf } from "../../../shared/search/index-of.ts";
import { search } from "../../../shared/search/search.ts";
import { buildSegment } from "../../../shared/search/segment.ts";
import { type Collection, readCollection } from "./collection.ts";
import { plainBm25 } from "./plain-bm25.ts";
import { averageOf, figuresOf } from "./ranking-figures.ts";

const depth = 100;
type Rank = (text: string, limit: number) => readonly string[];

const ours = ({ documents }: Collection): Rank => {
  const index = indexOf([buildSegment(documents)]);
  return (text, limit) => search(index, { text, filter: [], limit }).hits.map(({ id }) => id);
};

const measure = ({ questions }: Collection, rank: Rank) => {
  const timed = questions.map(({ text, judged }) => {
    const begun = performance.now();
    const found = rank(text, depth);
    return { milliseconds: performance.now() - begun, figures: figuresOf(found, judged) };
  });
  const times = timed.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const p95ms = times[Math.floor(times.length * 0.95)];
  return { ...averageOf(timed.map(({ figures }) => figures)), p95ms };
};

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error("Say which folder: npm run --silent search-eval -- DIR");
const collection = readCollection(directory);
const plain = measure(collection, plainBm25(collection.documents));
console.log(`plain BM25 ${JSON.stringify(plain)}`);
console.log(JSON.stringify(measure(collection, ours(collection))));
