import * as z from "zod";
import { ShortText } from "../../shared/domain/texts.ts";
import { occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields, type Tell } from "../../shared/kept/kept.ts";
import { Recurrence } from "../../shared/time/recurrence.ts";
import { PersonId } from "./change-fields.ts";
import { ChangeBoardChanged } from "./events-board.ts";

export const BoardId = z.string().regex(/^CAB\d{7,12}$/, "A change advisory board such as CAB0000001");

/** As many as sit in one step of an approval. */
const mostMembers = 20;

const fields = {
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  chairId: PersonId.describe("Who leads its meetings and writes down what it decides; one of its members"),
  memberIds: z
    .array(PersonId)
    .min(1)
    .max(mostMembers)
    .refine((ids) => new Set(ids).size === ids.length, "Each member once"),
  place: ShortText.optional().describe("A room, or the address of a call"),
  meetings: Recurrence.optional().describe("When it meets; without it, when somebody calls a meeting"),
};

/**
 * A change advisory board (ITIL 4): people who are asked for a change together, as `{ "kind": "board" }` in a
 * policy. An emergency board is one without regular meetings.
 */
export const BoardFields = z
  .strictObject(fields)
  .refine(({ chairId, memberIds }) => memberIds.includes(chairId), {
    path: ["chairId"],
    error: "One of its members",
  });
export type BoardFields = z.infer<typeof BoardFields>;

export const Board = z
  .object({ id: BoardId, ...keptFields, ...fields, memberIds: z.array(PersonId) })
  .meta({ id: "ChangeBoard" });
export type Board = z.infer<typeof Board> & RecordBase;

export const tellOfBoard: Tell<Board> = (after, changes) => {
  const { id, name, state, chairId, memberIds, meetings } = after;
  const board = { id, name, retired: state === "retired", chairId, memberIds, meetings };
  return occurred(ChangeBoardChanged, { board }, changes);
};
