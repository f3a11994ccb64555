import * as z from "zod";

const Name = z.string().trim().min(1).max(100);

/** What people write by hand is a source, too. */
export const byHand = "manual";

/** Whose word it is what a CI has to have and nobody has said: weaker than anybody's. */
export const unsaid = "unsaid";

/** Whose word counts for an attribute: the first source named has the last word. */
export const PrecedenceRule = z.strictObject({
  classId: Name.optional().describe("And the classes below it; otherwise all"),
  attribute: Name.optional().describe("Otherwise every attribute"),
  sources: z.array(Name).min(1).max(50).describe("Strongest first; who is not named comes after all of them"),
});
export type PrecedenceRule = z.infer<typeof PrecedenceRule>;

/** The rule that is about an attribute of a class: of those that fit the one for the nearest class, named attribute first. */
const ruleFor = (
  rules: readonly PrecedenceRule[],
  lineage: readonly string[],
  attribute: string,
): PrecedenceRule | undefined => {
  const distance = ({ classId }: PrecedenceRule): number =>
    classId === undefined ? lineage.length : lineage.indexOf(classId);
  const weight = (rule: PrecedenceRule): number =>
    distance(rule) * 2 + (rule.attribute === undefined ? 1 : 0);
  return rules
    .filter((rule) => distance(rule) >= 0 && (rule.attribute ?? attribute) === attribute)
    .toSorted((a, b) => weight(a) - weight(b))[0];
};

/** How strong a source's word is for an attribute; the lower the stronger. Without a rule only what people wrote is stronger. */
const rankIn = (
  rules: readonly PrecedenceRule[],
  lineage: readonly string[],
  attribute: string,
): ((source: string) => number) => {
  const { sources } = ruleFor(rules, lineage, attribute) ?? { sources: [byHand] };
  return (source) => (sources.includes(source) ? sources.indexOf(source) : sources.length);
};

type About = readonly [
  rules: readonly PrecedenceRule[],
  lineage: readonly string[],
  attribute: string,
  source: string,
  origin: string,
];

/** Whether a source's word is stronger than another's for an attribute of a class (nearest class first in `lineage`). */
export const outranks = (...[rules, lineage, attribute, source, origin]: About): boolean => {
  const rank = rankIn(rules, lineage, attribute);
  return rank(source) < rank(origin);
};

/**
 * Whether a source may write over what another one said of an attribute. Without a rule what people wrote stays
 * theirs, and among sources the later word counts.
 */
export const mayOverwrite = (...[rules, lineage, attribute, source, origin]: About): boolean => {
  const rank = rankIn(rules, lineage, attribute);
  return rank(source) <= rank(origin);
};
