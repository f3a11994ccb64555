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

/** Some collections name their questions and documents by numbers. */
type Id = string | number;

/** The last of a line's fields is a grade; of the names of columns, which not every collection has, it is a word. */
const isJudgement = (line: string): boolean => {
  const grade = line.split("\t").at(-1)?.trim();
  return grade !== undefined && grade !== "" && Number.isFinite(Number(grade));
};

/**
 * Reads `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`) and `qrels.tsv` (question, document
 * and grade, with or without a line of names before; in TREC's layout with a fourth field between).
 */
export const readCollection = (directory: string): Collection => {
  const linesOf = (file: string) =>
    readFileSync(path.join(directory, file), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
  const judgements = new Map<string, Map<string, number>>();
  for (const line of linesOf("qrels.tsv").filter(isJudgement)) {
    const fields = line.split("\t").map((field) => field.trim());
    const [question = "", document = ""] = fields.length > 3 ? [fields[0], fields[2]] : fields;
    judgements.set(question, (judgements.get(question) ?? new Map()).set(document, Number(fields.at(-1))));
  }
  const questions = linesOf("queries.jsonl").flatMap((line) => {
    const { _id, text } = JSON.parse(line) as { _id: Id; text: string };
    const judged = judgements.get(String(_id)) ?? new Map<string, number>();
    return [...judged.values()].some((grade) => grade > 0) ? [{ text, judged }] : [];
  });
  const documents = linesOf("corpus.jsonl").map((line) => {
    const { _id, title, text } = JSON.parse(line) as { _id: Id; title?: string | null; text: string };
    return { id: String(_id), title: title ?? "", body: text, tags: ["all"] };
  });
  return { documents, questions };
};
