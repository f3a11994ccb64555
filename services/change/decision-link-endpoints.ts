import { decideByLink } from "./endpoints/decide-by-link.ts";
import { makeDecisionLink } from "./endpoints/make-decision-link.ts";
import { readByLink } from "./endpoints/read-by-link.ts";

/** Links in mails, by which who is asked reads what it is about and decides, without signing in. */
export const decisionLinkEndpoints = [decideByLink, makeDecisionLink, readByLink] as const;
