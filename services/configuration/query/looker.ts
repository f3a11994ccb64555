import type { Records } from "../../../shared/dynamo/records.ts";
import { byId } from "../by-id.ts";
import type { Ci } from "../ci.ts";
import type { ConfigurationContext } from "../table.ts";
import type { Query } from "./ci-query.ts";
import { attributeIn, holds } from "./condition.ts";
import { follow } from "./follow.ts";

/** What was not looked at, and why. */
export type Cut = { readonly reason: "budget" | "time"; readonly detail: string };

/** As whom a query is asked, and how far it goes. */
export type Finding = {
  /** CIs to look at. */
  readonly most: number;
  /** Whether time is over. */
  readonly isOver: () => boolean;
  /** What whoever asks does not see is not there, nor is what lies behind it. */
  readonly cis: Pick<Records<Ci>, "some" | "brief">;
  /** What else must not be found. */
  readonly mayTell?: (ci: Ci) => boolean;
};

/** A place of the query: where it begins, and where each of its steps leads. */
type Place = Pick<Query, "where"> & { readonly classId?: string | undefined };

const isOf = (ci: Ci, classId: string | undefined): boolean =>
  classId === undefined || (ci.classPath as readonly string[]).includes(classId);

/**
 * Looks at CIs for one run of a query. A CI is read once for each place of the query, and its relations once for each
 * step, whatever leads there; all that is looked at counts towards what the run may look at.
 */
export const createLooker = (
  { where: begins, steps }: Query,
  { most, cis, mayTell = () => true }: Finding,
  context: ConfigurationContext,
) => {
  const places: readonly Place[] = [{ where: begins }, ...steps];
  const standing = places.map(() => new Map<string, Ci | undefined>());
  const ends = steps.map(() => new Map<string, readonly string[]>());
  let lookedAt = 0;
  let isCut = false;

  /** The CIs of some that may stand at a place. */
  const stand = async (at: number, ids: readonly string[]): Promise<readonly string[]> => {
    const [place, known] = [places[at], standing[at]];
    if (place === undefined || known === undefined) return [];
    const unread = ids.filter((id) => !known.has(id));
    const within = unread.slice(0, Math.max(0, most - lookedAt));
    if (within.length < unread.length) isCut = true;
    lookedAt += within.length;
    const isLong = place.where.some(({ field }) => attributeIn(field) !== undefined);
    const there = byId(await (isLong ? cis.some(within) : cis.brief(within)));
    const isMeant = (ci: Ci): boolean =>
      ci.state !== "retired" &&
      mayTell(ci) &&
      isOf(ci, place.classId) &&
      holds(ci, place.where, context.now());
    for (const id of within) {
      const ci = there.get(id);
      known.set(id, ci && isMeant(ci) ? ci : undefined);
    }
    return ids.filter((id) => known.get(id) !== undefined);
  };

  /** From the CIs at a place one step on; answers those that stand at the next one. */
  const step = async (at: number, ids: readonly string[]): Promise<readonly string[]> => {
    const [asked, known] = [steps[at], ends[at]];
    if (asked === undefined || known === undefined) return [];
    const types = await Promise.all(asked.typeIds.map((id) => context.model.typeOf(id)));
    const unread = ids.filter((id) => !known.has(id));
    const found = await follow(unread, asked, types, Math.max(1, most - lookedAt), context);
    for (const [id, others] of found.others) known.set(id, others);
    if (found.isCut) isCut = true;
    return stand(at + 1, [...new Set(ids.flatMap((id) => known.get(id) ?? []))]);
  };

  return {
    stand,
    step,
    /** Those of a place from which the next step leads to one of some. */
    leading: (at: number, ids: readonly string[], to: ReadonlySet<string>): readonly string[] =>
      ids.filter((id) => ends[at]?.get(id)?.some((end) => to.has(end))),
    at: (place: number, id: string): Ci | undefined => standing[place]?.get(id),
    lookedAt: (): number => lookedAt,
    /** Something was not looked at because there was so much. */
    isCut: (): boolean => isCut,
  };
};
export type Looker = ReturnType<typeof createLooker>;
