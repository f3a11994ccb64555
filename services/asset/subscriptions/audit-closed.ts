import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { assetLifecycle } from "../asset.ts";
import { isExpected } from "../decisions/audit.ts";
import { reportMissing } from "../decisions/care.ts";
import { AssetAuditClosed } from "../events-audit.ts";
import type { AssetContext } from "../table.ts";

/** So many at a time. */
const atOnce = 8;

export const auditClosed = subscription({
  id: "audit-closed",
  summary:
    "Reports as missing what an audit did not find, where that was asked for and it is still on the books there.",
  event: AssetAuditClosed,
  where: { audit: { reportsMissing: [true] } },
  handle: async ({ data: { audit } }, { assets, now }: AssetContext) => {
    const { missing = [], reportsMissing } = audit;
    if (!reportsMissing) return;
    const on = { actor: serviceActor("asset"), now: now(), named: {} };
    const report = (id: string) =>
      assets.update(id, undefined, (asset) =>
        isExpected(audit, asset) && assetLifecycle.allowed(asset.state).includes("reportMissing")
          ? reportMissing.decide(asset, { substate: "lost", report: `Not found by ${audit.id}` }, on)
          : [],
      );
    for (let done = 0; done < missing.length; done += atOnce)
      await Promise.all(missing.slice(done, done + atOnce).map(report));
  },
});
