import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { indexOf } from "../../../shared/search/index-of.ts";
import { search } from "../../../shared/search/search.ts";
import { buildSegment } from "../../../shared/search/segment.ts";
import { readCollection } from "../../bench/search/collection.ts";
import { averageOf, figuresOf } from "../../bench/search/ranking-figures.ts";

const runbooks = "../shared/data/search/runbooks";
const tickets = "../shared/data/tickets/helpdesk-tickets.csv.gz";
const where = (file: string) => (existsSync(file) ? test : test.skip);

where(runbooks)(`runbooks are found by the texts of their alerts (needs ${runbooks})`, () => {
  const { documents, questions } = readCollection(runbooks);
  const index = indexOf([buildSegment(documents)]);
  const figures = averageOf(
    questions.map(({ text, judged }) =>
      figuresOf(
        search(index, { text, filter: [], limit: 20 }).hits.map(({ id }) => id),
        judged,
      ),
    ),
  );
  expect(figures.ndcg10).toBeGreaterThanOrEqual(0.93);
  expect(figures.recall5).toBeGreaterThanOrEqual(0.97);
});

where(tickets)(`whatever MiniSearch finds by a word is found (needs ${tickets})`, () => {
  const lines = gunzipSync(readFileSync(tickets)).toString("utf8").split("\n").slice(1, 1501);
  const documents = lines.map((body, at) => ({ id: String(at), title: "", body, tags: ["all"] }));
  const oracle = new MiniSearch({ fields: ["body"], tokenize: (text) => text.match(/[a-z]+/gi) ?? [] });
  oracle.addAll([...documents]);
  const index = indexOf([buildSegment(documents)]);
  const words = [...new Set(documents.flatMap(({ body }) => body.match(/\b[a-z]{5,}\b/g) ?? []))].slice(
    0,
    300,
  );
  expect(words.length).toBeGreaterThan(100);
  for (const text of words) {
    const ours = new Set(search(index, { text, filter: [], limit: 5000 }).hits.map(({ id }) => id));
    const missed = oracle.search(text, { prefix: false, fuzzy: false }).filter(({ id }) => !ours.has(id));
    expect(missed.map(({ id }) => `${text} in ${id}`)).toEqual([]);
  }
});
