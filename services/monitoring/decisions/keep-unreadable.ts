import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { UnreadableReportKept } from "../events.ts";
import { fitted } from "../signal.ts";
import { keptCharacters, type Unreadable } from "../unreadable.ts";

/** Keeps what nobody can read, as it came. */
export const keepUnreadable = (
  given: Pick<Unreadable, "source" | "form" | "reason">,
  content: unknown,
): Decision<Unreadable> => {
  const about = {
    source: fitted(given.source, 128),
    form: fitted(given.form, 128),
    reason: fitted(given.reason, 500),
  };
  const text = JSON.stringify(content) ?? "";
  return [
    occurred(UnreadableReportKept, about, {
      ...about,
      content: text.slice(0, keptCharacters).toWellFormed(),
    }),
  ];
};
