import type { PolicyClock } from "./clocks.ts";
import { breach } from "./marks.ts";
import { type Passed, passedOf } from "./passed.ts";

/**
 * What a record remembers of what was told, as text: the key of what fell and the time at which it did.
 * A minus before it: by the present terms it has not fallen (they moved it, or took it away).
 */
type Told = { readonly key: string; readonly passedAt: string; readonly isUndone: boolean };

const undone = "-";
/** Of what was undone so much is remembered: the latest, which may come back. */
const mostUndone = 50;

const textOf = ({ key, passedAt, isUndone }: Told): string => `${isUndone ? undone : ""}${key}@${passedAt}`;

const toldOf = (text: string): Told => {
  const at = text.lastIndexOf("@");
  const isUndone = text.startsWith(undone);
  return { key: text.slice(isUndone ? undone.length : 0, at), passedAt: text.slice(at + 1), isUndone };
};

/** The key without the run: whether a clock begins anew or goes on is a matter of terms, too. */
const markOf = (key: string): string => {
  const [policy, metric, , mark] = key.split("#");
  return [policy, metric, mark].join("#");
};

const isAbout = ({ key, passedAt, isUndone }: Told, passed: Passed): boolean =>
  (!isUndone && key === passed.key) ||
  (passedAt === passed.point.passedAt && markOf(key) === markOf(passed.key));

/** What a record remembers once it was told that something fell. */
export const withTold = (announced: readonly string[] = [], { key, point }: Passed): readonly string[] => [
  ...announced,
  textOf({ key, passedAt: point.passedAt, isUndone: false }),
];

/**
 * The first that fell and was not told. Once for each time it fell: terms that are changed and changed back let it fall
 * at the same moment again, and that was told already.
 */
export const firstUntold = (
  announced: readonly string[] = [],
  clocks: readonly PolicyClock[],
): Passed | undefined => {
  const told = announced.map(toldOf);
  return passedOf(clocks).find((passed) => !told.some((one) => isAbout(one, passed)));
};

/** How many of what was told and holds are breaches. */
export const breachesAmong = (announced: readonly string[] = []): number =>
  announced.map(toldOf).filter(({ key, isUndone }) => !isUndone && key.endsWith(`#${breach}`)).length;

/**
 * What is remembered under the present terms. What they moved into the future is undone: it may fall once
 * more, at another time. What belongs to a policy that does not apply stays, so that coming back to it repeats nothing.
 */
export const remembered = (
  announced: readonly string[] = [],
  clocks: readonly PolicyClock[],
): readonly string[] => {
  const fallen = passedOf(clocks);
  const present = new Set(clocks.map(({ policy, metric }) => `${policy.id}#${metric.metric}`));
  const isPresent = (key: string): boolean => present.has(key.split("#").slice(0, 2).join("#"));
  const held = announced.map((text): Told => {
    const told = toldOf(text);
    if (!isPresent(told.key)) return told;
    const passed = fallen.find((one) => isAbout(told, one));
    return passed ? { ...told, key: passed.key, isUndone: false } : { ...told, isUndone: true };
  });
  const past = held.filter(({ isUndone }) => isUndone).slice(-mostUndone);
  return held.filter((told) => !told.isUndone || past.includes(told)).map(textOf);
};
