import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { CommunicationSnapshot, KnownErrorSnapshot, ProblemSnapshot } from "./events-snapshot.ts";

const source = "itsm.problem";
const plain = z.object({ problem: ProblemSnapshot });
const about = <S extends z.ZodRawShape>(type: string, summary: string, shape: S) =>
  defineEvent({ source, type, version: 1, summary, data: plain.extend(shape) });
const event = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: plain });

/** `origin`: the record that it was made from, if it was. */
export const ProblemOpened = about("ProblemOpened", "The cause behind incidents is to be found.", {
  origin: z.object({ kind: z.string(), id: z.string() }).optional(),
});
export const ProblemUpdated = event(
  "ProblemUpdated",
  "Facts were corrected or added; the state is the same.",
);
export const ProblemAssigned = event("ProblemAssigned", "Another team or person is to work on it.");
export const ProblemAssessed = event("ProblemAssessed", "Somebody looks whether it is worth an analysis.");
export const ProblemAnalysed = event(
  "ProblemAnalysed",
  "Its root cause is being looked for, for the first time or again.",
);
export const ProblemFixStarted = event(
  "ProblemFixStarted",
  "The cause is known well enough; the fix is under way.",
);
export const ProblemReanalysed = event(
  "ProblemReanalysed",
  "The fix did not hold, or the risk is no longer accepted.",
);
export const ProblemClosed = event(
  "ProblemClosed",
  "It is done; `resolutionCode` and `duplicateOf` say how.",
);
/** The note's text is for people who work on problems and is not published. */
export const ProblemNoted = event("ProblemNoted", "An internal note was added.");
export const ProblemInvestigated = event(
  "ProblemInvestigated",
  "What is known of its causes grew: whys, causes, timeline, or the root cause.",
);
export const ProblemWorkaroundChanged = event(
  "ProblemWorkaroundChanged",
  "How to live with it until it is fixed was written, changed or removed.",
);
export const KnownErrorDrafted = event(
  "KnownErrorDrafted",
  "Its known error was written or changed; nothing of that is published.",
);

/** Ids are of this event alone; the problem's `incidentIds` may leave out older ones. */
export const ProblemIncidentsLinked = about("ProblemIncidentsLinked", "Incidents were tied to it.", {
  incidentIds: z.array(z.string()),
});
export const ProblemIncidentsUnlinked = about(
  "ProblemIncidentsUnlinked",
  "Incidents have nothing to do with it.",
  {
    incidentIds: z.array(z.string()),
  },
);
export const ProblemWorkaroundCommunicated = about(
  "ProblemWorkaroundCommunicated",
  "Everybody with a linked incident is to know how to go on until it is fixed.",
  { communication: CommunicationSnapshot },
);
export const ProblemFixCommunicated = about(
  "ProblemFixCommunicated",
  "Everybody with a linked incident is to know what the fix is, or that it is there.",
  { communication: CommunicationSnapshot },
);
export const ProblemResolved = about("ProblemResolved", "Its cause is removed.", {
  resolution: z.object({ code: z.literal("fix_applied"), text: z.string().describe("For callers, too") }),
});

/**
 * The change service answers by raising a change whose links name the problem, and publishes that with the
 * change. `number` tells the requests of a problem apart: raise one change per (`problem.id`, `number`).
 */
export const ProblemChangeRequested = about("ProblemChangeRequested", "A change is to fix it.", {
  request: z.object({
    number: z.number().int(),
    title: z.string(),
    description: z.string().optional(),
    type: z.enum(["standard", "normal", "emergency"]),
    ciIds: z.array(z.string()),
    requestedBy: z.string(),
    teamId: z.string().optional(),
  }),
});
/** A change that says it fixes the problem was learnt of, or got further. */
export const ProblemChangeProgressed = about(
  "ProblemChangeProgressed",
  "What a change for it came to is known.",
  {
    change: z.object({ id: z.string(), state: z.string(), outcome: z.string().optional() }),
  },
);

const withKnownError = { knownError: KnownErrorSnapshot };
export const KnownErrorPublished = about(
  "KnownErrorPublished",
  "A known error may be read by its audience.",
  withKnownError,
);
export const KnownErrorChanged = about(
  "KnownErrorChanged",
  "A published known error was published anew.",
  withKnownError,
);
export const KnownErrorWithdrawn = about(
  "KnownErrorWithdrawn",
  "A known error is no longer to be read by anybody but who works on problems.",
  {
    edition: z.number().int().describe("What was withdrawn"),
  },
);

export const problemRecordEvents = [
  ProblemOpened,
  ProblemUpdated,
  ProblemAssigned,
  ProblemAssessed,
  ProblemAnalysed,
  ProblemFixStarted,
  ProblemReanalysed,
  ProblemClosed,
  ProblemNoted,
  ProblemInvestigated,
  ProblemWorkaroundChanged,
  KnownErrorDrafted,
  ProblemIncidentsLinked,
  ProblemIncidentsUnlinked,
  ProblemWorkaroundCommunicated,
  ProblemFixCommunicated,
  ProblemResolved,
  ProblemChangeRequested,
  ProblemChangeProgressed,
  KnownErrorPublished,
  KnownErrorChanged,
  KnownErrorWithdrawn,
];
