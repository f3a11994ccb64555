import { defineTexts } from "./define-texts.ts";

/** The API's refusals in plain words, with the way out. */
export const problemTexts = defineTexts({
  en: {
    codes: {
      invalid_input: "Some of what you entered cannot be taken. Correct the marked fields and try again.",
      invalid_cursor: "The list has changed too much to go on. Load it again.",
      unauthenticated: "Your session has ended. Sign in again.",
      forbidden: "You may not do this. If you need to, ask your administrator for the role.",
      not_found: "It does not exist, or it is not meant for you.",
      illegal_transition:
        "This is not possible in its present state. Somebody may have been faster: look again.",
      already_assigned: "Somebody else has taken it already.",
      already_exists: "There is one of that name already.",
      write_conflict: "Somebody changed it at the same moment. Try again.",
      version_conflict: "Somebody else has changed it since you opened it.",
      too_large: "It is too large.",
      unsupported_media_type: "The server does not take this form of content.",
      idempotency_mismatch: "This was sent before with other content. Load the page again and try once more.",
      rule_violation: "A rule of your organization does not allow it.",
      version_required: "The page is outdated. Load it again and try once more.",
      too_many_requests: "Too many requests in a short time. Wait a few seconds and try again.",
      unavailable: "The server is busy. Wait a few seconds and try again.",
      internal_error:
        "Something went wrong on our side. Try again; if it goes on, quote the number below to support.",
    } as Readonly<Record<string, string>>,
    unreachable: "The server cannot be reached. Check your connection and try again.",
    correlation: (id: string) => `Number for support: ${id}`,
    field: (name: string, message: string) => `${name}: ${message}`,
  },
});
