import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";

/** A candidate is proposed by the system, and may be dismissed by people until something new happens. */
export const candidateLifecycle = defineLifecycle(["proposed", "dismissed"], {
  dismiss: { from: ["proposed"], to: "dismissed" },
  propose: { from: ["dismissed"], to: "proposed" },
});

export const CandidateId = z.string().regex(/^PRC\d{7,12}$/, "A candidate number such as PRC0001234");

/** What the incidents have in common. */
export const Likeness = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ci"), ciId: z.string() }),
  z.object({ kind: z.literal("service_category"), serviceId: z.string(), category: z.string() }),
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
  firstOpenedAt: z.iso.datetime(),
  lastOpenedAt: z.iso.datetime(),
  dismissedAt: z.iso.datetime().optional(),
  dismissal: z.string().optional().describe("Why it was dismissed"),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Candidate = z.infer<typeof Candidate> & RecordBase;

/** The text under which a likeness is looked up and claimed by one candidate at a time. */
export const likenessKey = (likeness: Likeness): string =>
  likeness.kind === "ci"
    ? `ci#${likeness.ciId}`
    : `service_category#${JSON.stringify([likeness.serviceId, likeness.category])}`;
