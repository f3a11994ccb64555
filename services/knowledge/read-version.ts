import { Refusal } from "../../shared/domain/refusal.ts";
import type { Article } from "./article.ts";
import { type Version, versionName } from "./content.ts";
import type { KnowledgeContext } from "./table.ts";

/**
 * Versions of an article, as somebody sees the article: every one for who works on it, for others only the
 * published one. What they may not read is missing in the answer.
 */
export const readVersions = async (
  seen: Article,
  numbers: readonly number[],
  { articles }: Pick<KnowledgeContext, "articles">,
): Promise<readonly Version[]> => {
  const allowed = numbers.filter((number) => seen.latest !== undefined || number === seen.published?.number);
  const wanted = allowed.map((number) => ({ id: seen.id, name: versionName(number) }));
  const parts = await articles.parts(wanted);
  const byName = new Map(parts.map(({ name, value }) => [name, value as unknown as Version]));
  return wanted.flatMap(({ name }) => byName.get(name) ?? []);
};

/** One version; refuses with `not_found` what is not there or not theirs to read. */
export const readVersion = async (
  seen: Article,
  number: number,
  context: Pick<KnowledgeContext, "articles">,
): Promise<Version> => {
  const [version] = await readVersions(seen, [number], context);
  if (version === undefined) throw new Refusal("not_found");
  return version;
};

/** Number of the newest version somebody may read. */
export const newestOf = ({ latest, published }: Article): number => latest?.number ?? published?.number ?? 0;
