import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { passTime } from "../decisions/contract.ts";
import { expire } from "../decisions/entitlement.ts";
import type { AssetContext } from "../table.ts";

export const watchContracts: Schedule<AssetContext> = {
  id: "watch-contracts",
  summary: "Tells in time that contracts end, ends or renews them, and ends licences that have run out.",
  every: "rate(1 hour)",
  handle: async ({ deadline }, { contracts, entitlements, now }) => {
    const due = (partition: string) => ({ index: "due", partition, upTo: `${now()}~` });
    // The index may lag behind: what is due is asked of the record itself.
    await forEachId(
      contracts.ids(due("contract")),
      (id) => contracts.update(id, undefined, (contract) => passTime(contract, now())),
      deadline,
    );
    await forEachId(
      entitlements.ids(due("entitlement")),
      (id) => entitlements.update(id, undefined, (entitlement) => expire(entitlement, now())),
      deadline,
    );
  },
};
