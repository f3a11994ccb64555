import { Refusal } from "../domain/refusal.ts";
import { createCells } from "./cells.ts";
import { pause } from "./pause.ts";
import type { Scope } from "./scope.ts";

type Holder = { readonly member: string; readonly at: string };

/**
 * A few places per group, each held for a while: in any window of time at most so many members get one, also
 * when they ask at the same moment. A member that asks again keeps its place.
 */
export type Places = {
  /** Answers nothing when the member has a place, else who holds all of them, oldest first. */
  readonly take: (
    group: string,
    member: string,
    limit: { readonly most: number; readonly windowMs: number },
  ) => Promise<readonly string[] | undefined>;
};

/**
 * Everybody who writes fills a place, so nobody is beaten more often than there are places; the rest is for
 * places that become free meanwhile.
 */
const attemptsBeyond = 20;

export const createPlaces = (scope: Scope): Places => {
  const { clock } = scope;
  const cells = createCells(scope);
  return {
    take: async (group, member, { most, windowMs }) => {
      const now = clock.now().getTime();
      for (let attempt = 0; attempt < most + attemptsBeyond; attempt++) {
        const { edition, value: all = [] } = await cells.load<readonly Holder[]>(`places.${group}`);
        const holders = all.filter(({ at }) => Date.parse(at) > now - windowMs);
        if (holders.some((holder) => holder.member === member)) return undefined;
        if (holders.length >= most) return holders.map((holder) => holder.member);
        const at = clock.now().toISOString();
        if (await cells.replace(`places.${group}`, edition, [...holders, { member, at }])) return undefined;
        await pause(10 * Math.min(attempt + 1, 8));
      }
      throw new Refusal("write_conflict");
    },
  };
};
