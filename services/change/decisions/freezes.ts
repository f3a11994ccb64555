import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Change } from "../change.ts";
import type { Freeze } from "../freeze.ts";
import { stretchesOf } from "../times.ts";
import { isAbout, isExempt, type Subject, whyOf } from "./frozen.ts";

/** A freeze that a change would be done in, and when it holds (ISO 8601 UTC). */
export type Hit = {
  readonly freezeId: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** It holds because what the change is about is not said, or not known yet. */
  readonly because?: string | undefined;
  /** It is not known yet whether it holds, and will be in a moment; until then it does. */
  readonly isOpen?: boolean | undefined;
};

const iso = (at: number): string => new Date(at).toISOString();

/** The freezes that hold for a change anywhere between two moments, exceptions or not. */
export const freezesBetween = (
  change: Subject,
  freezes: readonly Freeze[],
  from: string,
  to: string,
): readonly Hit[] =>
  freezes
    .filter((freeze) => freeze.state === "active" && isAbout(change, freeze) && !isExempt(change, freeze))
    .flatMap((freeze) => {
      const [first] = stretchesOf(freeze, from, to);
      if (!first) return [];
      const hit = { freezeId: freeze.id, name: freeze.name, from: iso(first.from), to: iso(first.until) };
      return [{ ...hit, ...whyOf(change, freeze) }];
    });

/** What no granted exception lets through: it is for named freezes and one window, and for no other. */
export const notExcepted = (
  { exception }: Subject,
  hits: readonly Hit[],
  from: string,
  to: string,
): readonly Hit[] =>
  hits.filter(
    ({ freezeId }) =>
      !(
        exception?.state === "granted" &&
        exception.freezeIds.includes(freezeId) &&
        exception.from <= from &&
        to <= exception.to
      ),
  );

/** A freeze in words: which, until when, and why it holds where that is not plain. */
export const nameOf = ({ freezeId, name, from, to, because }: Hit): string =>
  `${freezeId} ${name}, ${from} to ${to}${because === undefined ? "" : ` (${because})`}`;

/** Refuses what would be done in a freeze without an exception: it is not scheduled and not begun. */
export const mustBeFree = (hits: readonly Hit[]): void => {
  if (hits.length === 0) return;
  const violations = hits.map((hit) => ({ path: "freeze", message: nameOf(hit) }));
  throw new Refusal("rule_violation", "Nothing is changed in a freeze without an exception", violations);
};

/** Refuses a change whose planned window meets a freeze that it has no exception for. */
export const mustBeScheduable = (change: Change, freezes: readonly Freeze[]): void => {
  const { plannedStart: from, plannedEnd: to } = change;
  if (from === undefined || to === undefined) return;
  mustBeFree(notExcepted(change, freezesBetween(change, freezes, from, to), from, to));
};

/** Refuses to begin at a moment: also what is left of the window must be free. */
export const mustBeFreeNow = (change: Change, freezes: readonly Freeze[], now: string): void => {
  const { plannedEnd } = change;
  const soon = iso(Date.parse(now) + 1);
  const to = plannedEnd !== undefined && plannedEnd > soon ? plannedEnd : soon;
  mustBeFree(notExcepted(change, freezesBetween(change, freezes, now, to), now, to));
};
