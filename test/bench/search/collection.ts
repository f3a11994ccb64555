import { readFileSync } from "node:fs";
import path from "node:path";
import type { SearchDocument } from "../../../shared/search/document.ts";
import type { Judgements } from "./ranking-figures.ts";

/** Documents, questions and what answers them, in the layout of BEIR. */
export type Collection = {
  readonly documents: readonly SearchDocument[];
  /** Only those that something is relevant to. */
  readonly questions: readonly { readonly text: string; readonly judged: Judgements }[];
};

/** Reads `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`) and `qrels.tsv`. */
export const readCollection = (directory: string): Collection => {
  const linesOf = (file: string) =>
    readFileSync(path.join(directory, file), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
  const judgements = new Map<string, Map<string, number>>();
  for (const line of linesOf("qrels.tsv").slice(1)) {
    const [question = "", document = "", grade] = line.split("\t");
    judgements.set(question, (judgements.get(question) ?? new Map()).set(document, Number(grade)));
  }
  const questions = linesOf("queries.jsonl").flatMap((line) => {
    const { _id, text } = JSON.parse(line) as { _id: string; text: string };
    const judged = judgements.get(_id) ?? new Map<string, number>();
    return [...judged.values()].some((grade) => grade > 0) ? [{ text, judged }] : [];
  });
  const documents = linesOf("corpus.jsonl").map((line) => {
    const { _id, title = "", text } = JSON.parse(line) as { _id: string; title?: string; text: string };
    return { id: _id, title, body: text, tags: ["all"] };
  });
  return { documents, questions };
};
