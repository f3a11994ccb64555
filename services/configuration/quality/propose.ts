import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Likeness, pairClaim, pairOf } from "../ci-duplicate.ts";
import { proposeDuplicate } from "../decisions/duplicate.ts";
import type { ConfigurationContext } from "../table.ts";

/** Proposes pairs of CIs as possible duplicates; what was proposed once, and whatever became of it, is not again. */
export const proposeDuplicates = async (
  pairs: readonly { readonly ciIds: readonly [string, string]; readonly likeness: Likeness }[],
  { duplicates }: Pick<ConfigurationContext, "duplicates">,
): Promise<void> => {
  const known = await duplicates.holders(pairs.map(({ ciIds }) => pairClaim(pairOf(...ciIds))));
  for (const { ciIds, likeness } of pairs) {
    const pair = pairOf(...ciIds);
    if (known.has(pairClaim(pair))) continue;
    try {
      await duplicates.create((id) => proposeDuplicate(id, pair, likeness), pairClaim(pair));
    } catch (error) {
      // Somebody proposed it at this very moment.
      if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    }
  }
};
