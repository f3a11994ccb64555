import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";

/** Shorter than other long texts: an analysis has many of them in one history item. */
const Finding = z.string().trim().min(1).max(2000);

/** One step of the five whys (Toyota): the answer is what the next why asks about. */
const Why = z.strictObject({
  question: Finding.optional().describe("Why did that happen? Left out: why the step before happened"),
  answer: Finding,
  evidence: Finding.optional().describe("What shows it; without evidence an answer is a guess"),
});

/** The bones of Ishikawa's diagram, as they are used for services. */
export const causeCategories = [
  "people",
  "process",
  "technology",
  "environment",
  "supplier",
  "information",
] as const;

/** A possible cause in Ishikawa's diagram. */
const Cause = z.strictObject({
  category: z.enum(causeCategories),
  text: Finding,
  verdict: z.enum(["open", "contributes", "ruled_out"]).default("open"),
  evidence: Finding.optional(),
});

/** What happened when: facts in the order of time, however late they were learnt. */
const Moment = z.strictObject({
  at: z.iso.datetime(),
  text: Finding,
  source: ShortText.optional().describe("Where it is known from, such as a log or a person"),
});

const most = 40;
/** In JSON; a history item holds it twice, before and after. */
const mostBytes = 100_000;

/** What is known of a problem's causes, in the forms that people think in. Each is written as a whole. */
export const Analysis = z
  .strictObject({
    whys: z.array(Why).max(10).optional(),
    causes: z.array(Cause).max(most).optional(),
    timeline: z.array(Moment).max(100).optional(),
  })
  .refine(fitsBytes(mostBytes), `At most ${mostBytes} bytes together`);
export type Analysis = z.infer<typeof Analysis>;

/** Why it happens, as far as it is to be acted on. */
export const RootCause = z.strictObject({
  text: Finding,
  category: z.enum(causeCategories).optional(),
  ciIds: z.array(ForeignId).max(50).default([]).describe("Configuration items at fault"),
  changeId: ForeignId.optional().describe("The change that caused it"),
});
