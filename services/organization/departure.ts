import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { LongText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { Holding, type HoldingsReport } from "../../shared/holdings/holdings.ts";
import { PersonId, TeamId } from "./team.ts";

/** It ends by itself when nothing refers to the person any more, and not before. */
export const departureLifecycle = defineLifecycle(["open", "done", "cancelled"], {
  ask: { from: ["open"], to: "open" },
  finish: { from: ["open"], to: "done" },
  cancel: { from: ["open"], to: "cancelled" },
});

/**
 * The services that hold references to people. Each hears `DepartureAsked`, hands over or asks back what it can,
 * and answers with what is left; a new one adds its name here and its event to the subscriptions.
 */
export const holders = [
  "asset",
  "change",
  "configuration",
  "incident",
  "knowledge",
  "organization",
  "problem",
  "request",
] as const;
export type Holder = (typeof holders)[number];

/** What a service answers, without whom it is about. */
export type Answered = Pick<HoldingsReport, "round" | "count" | "holdings">;

export const DepartureId = z.string().regex(/^DEP\d{7,12}$/, "A departure number such as DEP0000001");

/** What is said of somebody who leaves, or goes to another team. */
export const DepartureFields = z
  .strictObject({
    personId: PersonId,
    kind: z
      .enum(["leaves", "moves"])
      .describe(
        "`leaves` gives everything back; `moves` keeps what is theirs and leaves teams and their work",
      ),
    lastAt: z.iso.datetime().describe("From then on nothing should refer to the person; UTC"),
    handOverTo: PersonId.optional().describe("Who takes over; absent: the work goes back to its team"),
    leaveTeamIds: z
      .array(TeamId)
      .max(20)
      .default([])
      .describe("Teams that somebody who moves belongs to no more"),
    note: LongText.optional(),
  })
  .refine(({ personId, handOverTo }) => personId !== handOverTo, {
    path: ["handOverTo"],
    message: "Somebody else",
  });
export type DepartureFields = z.infer<typeof DepartureFields>;

const Answer = z.object({
  holder: z.enum(holders),
  round: z.number().int().describe("Which time it was asked"),
  count: z.number().int(),
  holdings: z.array(Holding).describe("The first 100"),
});

export const Departure = z
  .object({
    id: DepartureId,
    ...recordFields,
    ...DepartureFields.shape,
    leaveTeamIds: z.array(TeamId),
    state: departureLifecycle.State,
    round: z.number().int().describe("How often it was asked what is left"),
    askedAt: z.iso.datetime(),
    nextAskAt: z.iso.datetime().optional(),
    answers: z.array(Answer).describe("What is left, by service"),
    isClear: z.boolean().describe("Nothing was left when last asked; a second look ends it"),
    finishedAt: z.iso.datetime().optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "Departure" });
export type Departure = z.infer<typeof Departure> & RecordBase;
