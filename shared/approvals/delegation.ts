import * as z from "zod";
import { ForeignId } from "../domain/texts.ts";

/** Who decides for whom while somebody is away. Times are ISO 8601 UTC; `until` is the first moment without. */
export const Delegation = z.strictObject({
  personId: ForeignId.describe("Who is away"),
  toId: ForeignId.describe("Who decides instead"),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
});
export type Delegation = z.infer<typeof Delegation>;

/** For whom somebody may decide at a moment. It is not passed on: who stands in names nobody else. */
export const standsInFor = (
  delegations: readonly Delegation[],
  personId: string,
  now: string,
): readonly string[] =>
  delegations
    .filter(({ toId, from, until }) => toId === personId && from <= now && now < until)
    .map((delegation) => delegation.personId);
