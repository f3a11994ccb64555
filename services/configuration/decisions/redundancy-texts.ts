import { Redundancy } from "../ci.ts";

const textOf = ({ group, needed }: Redundancy): string =>
  `${group}: ${"atLeast" in needed ? needed.atLeast : `${needed.percent}%`}`;

/**
 * How much groups have to give, as sources say it and tables show it: `members: 2`, `power: 50%`. In the order of
 * their names, because none comes before another.
 */
export const redundancyTexts = (groups: readonly Redundancy[]): string[] => groups.map(textOf).toSorted();

const form = /^\s*(.+?)\s*[:=]\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/;

const groupIn = (text: string): Redundancy | undefined => {
  const [, group, number, percent] = form.exec(text) ?? [];
  const needed = percent === "%" ? { percent: Number(number) } : { atLeast: Number(number) };
  return Redundancy.safeParse({ group, needed }).data;
};

/** As many as a CI has by hand, too. */
const most = 20;

/** Groups from their texts: one in each, or several in one with `;` between them. */
export const readRedundancy = (
  given: unknown,
): { readonly value: string[] } | { readonly problem: string } => {
  const texts = (Array.isArray(given) ? given : [given])
    .flatMap((each) => String(each).split(";"))
    .filter((text) => text.trim() !== "");
  const groups: Redundancy[] = [];
  for (const text of texts) {
    const group = groupIn(text);
    if (!group) return { problem: `"${text.trim().slice(0, 60)}" is not a group such as members: 2 or 50%` };
    if (groups.some((each) => each.group === group.group)) return { problem: `${group.group} is said twice` };
    groups.push(group);
  }
  if (groups.length > most) return { problem: `At most ${most} groups` };
  return { value: redundancyTexts(groups) };
};

/** What texts that `redundancyTexts` wrote mean. */
export const redundancyOf = (texts: readonly string[]): Redundancy[] =>
  texts.flatMap((text) => groupIn(text) ?? []);
