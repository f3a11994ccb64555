import { type LinkClaims, openLink } from "../../shared/approvals/decision-link.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";

/** What a link in a mail is for; refused as not there where it is not this change's, not ours, or over. */
export const claimsOfLink = async (
  changeId: string,
  token: string,
  { linkKey, now }: ChangeContext,
): Promise<LinkClaims> => {
  const claims = openLink(await linkKey(), token, now());
  if (claims?.recordId !== changeId)
    throw new Refusal("not_found", "The link is not right, or its time is over");
  return claims;
};

/** The approval that a link asks about. */
export const askedBy = ({ approval, exception }: Change, { about }: LinkClaims) =>
  about === "exception" ? exception?.approval : approval;

/** The link was for a question that is not asked any more. */
export const mustBeAsked = (change: Change, claims: LinkClaims): void => {
  if (askedBy(change, claims)?.round !== claims.round)
    throw new Refusal("illegal_transition", "What the link was about has changed");
};
