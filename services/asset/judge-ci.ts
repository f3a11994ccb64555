import type { CiSnapshot } from "../configuration/events.ts";
import { judge } from "./decisions/unaccounted.ts";
import { classesOf, type KnownCi } from "./known-ci.ts";
import type { AssetContext } from "./table.ts";
import { targets } from "./targets.ts";
import { unaccountedIdOf } from "./unaccounted.ts";

/** Assets are kept of a class when an active model says that its assets are of it, or of a class above it. */
const isTracked = async (known: KnownCi, { models }: AssetContext): Promise<boolean> => {
  const found = await Promise.all(
    classesOf(known).map((classId) =>
      models.few({ index: "byModel", partition: targets.ciClass(classId) }, 1),
    ),
  );
  return found.some(({ length }) => length > 0);
};

/** Finds that a CI has no asset, or that it has one after all; who judged by an earlier word looks again. */
export const judgeCi = async (known: KnownCi, context: AssetContext): Promise<void> => {
  const { cis, unaccounted, unaccountedAgain } = context;
  const id = unaccountedIdOf(known.ci.id);
  const isOfAssets = await isTracked(known, context);
  await unaccounted.update(id, undefined, (finding) => judge(finding, known.ci as CiSnapshot, isOfAssets));
  const { sequence } = known;
  const { news, before: latest } = await cis.keep({ subject: known.ci.id, sequence }, known);
  if (news !== "old" || latest === undefined) return;
  const isStill = await isTracked(latest, context);
  await unaccountedAgain.update(id, undefined, (finding) => judge(finding, latest.ci as CiSnapshot, isStill));
};
