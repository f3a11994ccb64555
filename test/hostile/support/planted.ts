import { randomUUID } from "node:crypto";
import type { Name } from "../../bed/people.ts";
import type { Bed } from "../../bed/start-bed.ts";
import { type Situation, situations } from "./rules.ts";

/** An incident with a text in every place that nobody types by chance. */
export type Planted = Situation & {
  readonly what: string;
  readonly id: string;
  /** In its title, description, location, CI and a comment. */
  readonly words: string;
  /** In an internal note, a link and the vendor; undefined where nobody works on it. */
  readonly inner: string | undefined;
};

const must = async (answer: Promise<{ status: number; body: { id: string } }>): Promise<string> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body.id;
};

const plant = async (bed: Bed, what: string, situation: Situation): Promise<Planted> => {
  const words = `words-${randomUUID()}`;
  const texts = {
    title: `title ${words}`,
    description: `description ${words}`,
    location: words,
    category: words,
    ciIds: [words],
  };
  const client = bed.as(situation.by);
  const id = await must(client.post("/incidents", { ...texts, ...situation.fields }));
  await must(client.post(`/incidents/${id}/comments`, { text: `comment ${words}` }));
  if (!situation.standing("ann").inside) return { ...situation, what, id, words, inner: undefined };
  const inner = `inner-${randomUUID()}`;
  await must(bed.as("ann").post(`/incidents/${id}/notes`, { text: `note ${inner}` }));
  await must(bed.as("ann").post(`/incidents/${id}/links`, { type: "related", target: inner }));
  const vendor = { vendor: inner };
  await must(bed.as("ann").patch(`/incidents/${id}`, vendor, { headers: { "if-match": "*" } }));
  return { ...situation, what, id, words, inner };
};

export const plantAll = async (bed: Bed): Promise<readonly Planted[]> => {
  const planted: Planted[] = [];
  for (const [what, situation] of Object.entries(situations)) planted.push(await plant(bed, what, situation));
  return planted;
};

/** What an incident's texts begin with, and whether any but those inside may read them on the bus. */
export const textsOf = ({ words, inner, fields }: Planted) => {
  const isRestricted = "restricted" in fields;
  const told = ["title", "comment", "resolution"].map((kind) => `${kind} ${words}`);
  const untold = ["description", "reason", "cancellation"].map((kind) => `${kind} ${words}`);
  const secret = inner === undefined ? [] : [`note ${inner}`];
  return { published: isRestricted ? [] : told, kept: [...untold, ...secret, ...(isRestricted ? told : [])] };
};

/** Texts that must not reach somebody. */
export const secretsFor = (who: Name, planted: readonly Planted[]): readonly string[] =>
  planted.flatMap(({ standing, words, inner }) => [
    ...(standing(who).sees ? [] : [words]),
    ...(standing(who).inside || inner === undefined ? [] : [inner]),
  ]);
