import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { bandKeys } from "./text-likeness.ts";

/**
 * A candidate is proposed by the system. People dismiss it, or accept it: its incidents become a new problem's,
 * or those of one that is there. Either way it stays quiet until something new happens.
 */
export const candidateLifecycle = defineLifecycle(["proposed", "dismissed", "accepted"], {
  accept: { from: ["proposed"], to: "accepted" },
  dismiss: { from: ["proposed"], to: "dismissed" },
  propose: { from: ["dismissed", "accepted"], to: "proposed" },
});

export const CandidateId = z.string().regex(/^PRC\d{7,12}$/, "A candidate number such as PRC0001234");

/** What the incidents have in common. */
export const Likeness = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ci"), ciId: z.string() }),
  z.object({ kind: z.literal("service"), serviceId: z.string() }),
  z.object({ kind: z.literal("category"), category: z.string(), subcategory: z.string().optional() }),
  z.object({ kind: z.literal("service_category"), serviceId: z.string(), category: z.string() }),
  z.object({
    kind: z.literal("text"),
    words: z.array(z.string()).describe("Stems of the words of the title that it was found by"),
    bands: z.array(z.string()).describe("Under which titles like it are looked up"),
  }),
]);
export type Likeness = z.infer<typeof Likeness>;

/** Incidents that keep coming back, and so may have one cause: what problem management looks at first. */
export const Candidate = z.object({
  id: CandidateId,
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  state: candidateLifecycle.State,
  likeness: Likeness,
  incidentIds: z.array(z.string()).describe("The newest incidents of its kind, at most 100"),
  inWindow: z.number().int().optional().describe("How many of them came in the window, when the last came"),
  firstOpenedAt: z.iso.datetime(),
  lastOpenedAt: z.iso.datetime(),
  dismissedAt: z.iso.datetime().optional(),
  dismissal: z.string().optional().describe("Why it was dismissed"),
  usual: z
    .number()
    .int()
    .optional()
    .describe("How many had come in the window when it was dismissed: no more than this is news"),
  acceptedAt: z.iso.datetime().optional(),
  problemId: z.string().optional().describe("The problem that its incidents were last given to"),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Candidate = z.infer<typeof Candidate> & RecordBase;

/** The texts under which a likeness is looked up, and each claimed by one candidate at a time. */
export const likenessKeys = (likeness: Likeness): readonly string[] => {
  switch (likeness.kind) {
    case "ci":
      return [`ci#${likeness.ciId}`];
    case "service":
      return [`service#${likeness.serviceId}`];
    case "category":
      return [`category#${JSON.stringify([likeness.category, likeness.subcategory ?? ""])}`];
    case "service_category":
      return [`service_category#${JSON.stringify([likeness.serviceId, likeness.category])}`];
    case "text":
      return bandKeys(likeness.bands);
  }
};
