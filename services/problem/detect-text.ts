import { Refusal } from "../../shared/domain/refusal.ts";
import { likenessKeys } from "./candidate.ts";
import { type Alike, propose, recur } from "./decisions/candidate.ts";
import { most, windowStart } from "./detect.ts";
import type { KnownText } from "./incident-projection.ts";
import { ruleFor } from "./settings.ts";
import type { ProblemContext } from "./table.ts";
import { bandKeys, bandsOf, isLikeText } from "./text-likeness.ts";

/** Incidents with titles like these words, newest first; each band is one query. */
const alikeTo = async (
  words: readonly string[],
  from: string,
  { texts }: Pick<ProblemContext, "texts">,
): Promise<readonly KnownText[]> => {
  const groups = bandKeys(bandsOf(words));
  const found = await Promise.all(groups.map((group) => texts.members(group, from, most)));
  const met = new Map(found.flat().map(({ id, value }) => [id, value]));
  return [...met.values()]
    .filter((each) => isLikeText(words, each.words))
    .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
    .slice(0, most);
};

/** Whether all of them share a CI, or service and category: what they are alike by is known without their texts. */
export const isKnownOtherwise = (alike: readonly KnownText[]): boolean => {
  const [first, ...others] = alike;
  if (first === undefined) return false;
  const sameCi = first.ciIds.some((ci) => others.every(({ ciIds }) => ciIds.includes(ci)));
  const { serviceId, category } = first;
  const isSame = (each: KnownText) => each.serviceId === serviceId && each.category === category;
  return sameCi || (serviceId !== undefined && category !== undefined && others.every(isSame));
};

/** Candidates that hold one of the bands, each once. */
const holdersOf = async (
  bands: readonly string[],
  { candidates }: Pick<ProblemContext, "candidates">,
): Promise<ReadonlyMap<string, string>> => {
  const held = await Promise.all(
    bands.map(async (band) => [band, await candidates.holder(bandKeys([band])[0] ?? "")] as const),
  );
  return new Map(held.flatMap(([band, holder]) => (holder === undefined ? [] : [[band, holder]])));
};

/** The candidate for titles like these words, if there is one; bands may be held by one about something else. */
export const likeTextHolder = async (
  words: readonly string[],
  context: Pick<ProblemContext, "candidates">,
): Promise<string | undefined> => {
  const held = await holdersOf(bandsOf(words), context);
  for (const holder of new Set(held.values())) {
    const { likeness } = await context.candidates.get(holder);
    if (likeness.kind === "text" && isLikeText(likeness.words, words)) return holder;
  }
  return undefined;
};

/** Proposes a candidate for titles like these words, or lets the one that is there grow. */
export const detectText = async (words: readonly string[], context: ProblemContext): Promise<void> => {
  const rule = ruleFor("text", await context.settings());
  if (rule === undefined || words.length === 0) return;
  const { similarIncidents: needed, windowDays } = rule;
  const from = windowStart(context.now(), windowDays);
  const alike: Alike & readonly KnownText[] = await alikeTo(words, from, context);
  if (alike.length < needed || isKnownOtherwise(alike)) return;
  const holder = await likeTextHolder(words, context);
  if (holder !== undefined) {
    const { likeness } = await context.candidates.get(holder);
    if (likeness.kind !== "text") return;
    const like = await alikeTo(likeness.words, from, context);
    await context.candidates.update(holder, undefined, (candidate) => recur(candidate, like, needed));
    return;
  }
  const held = await holdersOf(bandsOf(words), context);
  // A band that titles about something else fell into is theirs; the others are as good.
  const bands = bandsOf(words).filter((band) => !held.has(band));
  if (bands.length > 0) await proposeText([...words], bands, alike, context);
};

const proposeText = async (
  words: string[],
  bands: string[],
  alike: Alike,
  context: ProblemContext,
): Promise<void> => {
  const likeness = { kind: "text", words, bands } as const;
  try {
    await context.candidates.create((id) => propose(id, likeness, alike), likenessKeys(likeness)[0]);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    // Somebody took one of the bands in this very moment: now it is seen who, and what is left.
    await detectText(words, context);
  }
};
