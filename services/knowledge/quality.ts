import * as z from "zod";
import type { Article } from "./article.ts";
import type { Version } from "./content.ts";
import { headingsOf } from "./template.ts";

/** What makes an article found, understood and trusted (KCS content standard; the field calls the sum an AQI). */
export const QualityCheck = z.object({
  check: z.enum([
    "title",
    "summary",
    "parts",
    "keywords",
    "category",
    "subject",
    "length",
    "owner",
    "validity",
  ]),
  isMet: z.boolean(),
  hint: z.string().describe("What to do about it"),
});
export type QualityCheck = z.infer<typeof QualityCheck>;

/** More is two articles. */
const mostWords = 1500;
const leastWords = 20;
/** Shorter titles tell nothing to who scans a list. */
const leastTitleWords = 2;

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const missingParts = ({ kind, body }: Version): readonly string[] => {
  const headings = [...body.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, text = ""]) => text.toLowerCase());
  return headingsOf(kind).filter((heading) => !headings.includes(heading.toLowerCase()));
};

/** The checklist for a version; what its readers cannot do without comes first. */
export const qualityOf = (article: Article, version: Version): readonly QualityCheck[] => {
  const { title, summary, keywords, category, serviceId, ciIds, body } = version;
  const missing = missingParts(version);
  const words = wordsIn(body);
  const check = (name: QualityCheck["check"], isMet: boolean, hint: string): QualityCheck => ({
    check: name,
    isMet,
    hint,
  });
  return [
    check("title", wordsIn(title) >= leastTitleWords, "Say in the title what people see or want to do"),
    check("summary", summary !== undefined, "Say in a sentence what it helps with"),
    check(
      "parts",
      missing.length === 0,
      `Parts that its readers look for: ${missing.join(", ") || "all are there"}`,
    ),
    check("keywords", keywords.length > 0, "Name the words and error codes people search by"),
    check("category", category !== undefined, "Choose a category: it finds the reviewers, too"),
    check("subject", serviceId !== undefined || ciIds.length > 0, "Name the service or CI it is about"),
    check(
      "length",
      words >= leastWords && words <= mostWords,
      `Between ${leastWords} and ${mostWords} words`,
    ),
    check("owner", article.ownerId !== undefined, "Somebody should look after it"),
    check(
      "validity",
      article.validTo !== undefined,
      "Say until when it is true, so that somebody looks again",
    ),
  ];
};
