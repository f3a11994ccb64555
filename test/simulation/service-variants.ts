import type { Variant } from "./variants.ts";

/** One mistake for every other service, each of a kind that its own invariants are there for. */
export const serviceVariants: readonly Variant[] = [
  {
    name: "a change that does not tell the other of their conflict",
    breaks: "what change promises holds",
    edits: [
      {
        module: "services/change/detect-conflicts.ts",
        right: "forEachId(onePage(others), (other) =>",
        wrong: "forEachId(onePage([]), (other) =>",
      },
    ],
  },
  {
    name: "a relation that has ended and is still followed",
    breaks: "what configuration promises holds",
    edits: [
      {
        module: "services/configuration/ties-of.ts",
        right: '...(state === "active" ? tied(false, value) : []),',
        wrong: '...(state === "active" || past.length > 0 ? tied(false, value) : []),',
      },
    ],
  },
  {
    name: "an audience that nobody looks at",
    breaks: "what knowledge promises holds",
    edits: [
      {
        module: "services/knowledge/access.ts",
        right: "isReadable(article) && published && isFor(actor, published) ?",
        wrong: "isReadable(article) && published ?",
      },
    ],
  },
  {
    name: "a departure that forgets a service",
    breaks: "what organization promises holds",
    edits: [
      {
        module: "services/organization/decisions/departure.ts",
        right: "  holders.every((holder) =>\n    answers.some(",
        wrong: "  holders.slice(1).every((holder) =>\n    answers.some(",
      },
    ],
  },
  {
    name: "a repeat that is counted again",
    breaks: "what reporting promises holds",
    of: "reporting",
    edits: [
      {
        module: "shared/dynamo/measures.ts",
        right: "count(subject, (before) => heard(before?.fact, { sequence, known, moment })),",
        wrong: "count(subject, () => heard(undefined, { sequence, known, moment })),",
      },
    ],
  },
  {
    name: "what somebody holds that does not end when it is given back",
    breaks: "what request promises holds",
    edits: [
      {
        module: "services/request/standing.ts",
        right: 'if (standing.state === "ended" || (!isDone',
        wrong: 'if (standing.state !== "held" || (!isDone',
      },
    ],
  },
  {
    name: "a calendar that takes over one of its lists only",
    breaks: "what service-level promises holds",
    edits: [
      {
        module: "services/service-level/refresh-calendar.ts",
        right: "const listed = lists.flatMap(",
        wrong: "const listed = lists.slice(0, 1).flatMap(",
      },
    ],
  },
  {
    name: "an incident that was cancelled and still counts for problems",
    breaks: "what problem promises holds",
    edits: [
      {
        module: "services/problem/incident-projection.ts",
        right: '!restricted && state !== "cancelled";',
        wrong: "!restricted && state !== undefined;",
      },
    ],
  },
  {
    name: "a stock that counts one move of an event only",
    breaks: "what asset promises holds",
    edits: [
      {
        module: "services/asset/subscriptions/asset-changed.ts",
        right: "of moves)",
        wrong: "of moves.slice(0, 1))",
      },
    ],
  },
];
