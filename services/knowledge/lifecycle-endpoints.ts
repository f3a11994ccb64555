import { commandEndpoint } from "./command-endpoint.ts";
import { assign, link, restore, retire, unlink } from "./decisions/retire.ts";
import { discard, giveBack, publish, submit } from "./decisions/review.ts";
import { renew } from "./decisions/validity.ts";

/** What is done to an article besides writing it: one command each. */
export const lifecycleEndpoints = [
  commandEndpoint({
    id: "submitArticle",
    summary: "Ask for a review of the newest version",
    route: "POST /articles/{articleId}/submit",
    command: submit,
  }),
  commandEndpoint({
    id: "returnArticle",
    summary: "Say what must be changed before it can be published",
    route: "POST /articles/{articleId}/return",
    command: giveBack,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "publishArticle",
    summary: "Make the reviewed version the one that readers read; nobody publishes what they wrote",
    route: "POST /articles/{articleId}/publish",
    command: publish,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "discardArticleVersion",
    summary: "Give up what is not published; readers keep what they have",
    route: "POST /articles/{articleId}/discard",
    command: discard,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "retireArticle",
    summary: "Take it from readers; its versions stay",
    route: "POST /articles/{articleId}/retire",
    command: retire,
  }),
  commandEndpoint({
    id: "restoreArticle",
    summary: "Work on a retired article again",
    route: "POST /articles/{articleId}/restore",
    permission: "knowledge:manage",
    command: restore,
  }),
  commandEndpoint({
    id: "renewArticle",
    summary: "Say until when it is valid; what was hidden is found again",
    route: "POST /articles/{articleId}/renew",
    command: renew,
    refusals: ["invalid_input"],
  }),
  commandEndpoint({
    id: "assignArticle",
    summary: "Say who looks after it",
    route: "POST /articles/{articleId}/assign",
    command: assign,
  }),
  commandEndpoint({
    id: "linkArticle",
    summary: "Tie it to a record of another service",
    route: "POST /articles/{articleId}/links",
    command: link,
  }),
  commandEndpoint({
    id: "unlinkArticle",
    summary: "Remove such a tie",
    route: "POST /articles/{articleId}/unlink",
    command: unlink,
  }),
];
