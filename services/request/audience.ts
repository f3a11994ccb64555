import * as z from "zod";
import { PersonId, TeamId } from "./ids.ts";

/** Who may have a catalog item. Nobody and no team named: everybody, but for those who are excepted. */
export const Audience = z.strictObject({
  teamIds: z.array(TeamId).max(50).default([]),
  personIds: z.array(PersonId).max(50).default([]),
  notTeamIds: z.array(TeamId).max(50).default([]),
});
export type Audience = z.infer<typeof Audience>;

/** A person as far as audiences ask. */
export type Belonging = { readonly personId: string; readonly teamIds: readonly string[] };

const meets = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each));

export const isFor = (
  { teamIds, personIds, notTeamIds }: Audience,
  { personId, teamIds: own }: Belonging,
): boolean => {
  if (personIds.includes(personId)) return true;
  if (meets(notTeamIds, own)) return false;
  return (teamIds.length === 0 && personIds.length === 0) || meets(teamIds, own);
};
