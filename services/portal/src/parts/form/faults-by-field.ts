import type { AnswerFault } from "../../../../../shared/forms/check-answers.ts";

/** What is wrong with answers, by the field's key. */
export const faultsByField = (faults: readonly AnswerFault[]): Readonly<Record<string, string>> =>
  Object.fromEntries(faults.map(({ path, message }) => [path.split(".").at(-1) ?? path, message]));
