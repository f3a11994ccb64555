import * as z from "zod";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId } from "../../shared/domain/texts.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { Key } from "../../shared/forms/form.ts";
import { RequestSignalled } from "./events-signals.ts";
import { TaskText } from "./task.ts";

export const SignalId = z.string().regex(/^RSG\d{7,12}$/, "A signal such as RSG0000001");

/** Something that happened elsewhere, and that steps of kind `wait` wait for (a message, as BPMN 2.0 has it). */
export const SignalFields = z.strictObject({
  name: Key.describe("What happened, as steps name it"),
  about: ForeignId.optional().describe("About what: the answer that a step looks at"),
  text: TaskText.optional().describe("What is written at the steps that waited"),
});

export const Signal = z
  .object({ id: SignalId, ...recordFields, ...SignalFields.shape, by: z.string() })
  .meta({ id: "RequestSignal" });
export type Signal = z.infer<typeof Signal> & RecordBase;

export const tellSignal = (
  id: string,
  fields: z.infer<typeof SignalFields>,
  by: string,
): Decision<Signal> => [occurred(RequestSignalled, { signal: { id, ...fields } }, { ...fields, by })];
