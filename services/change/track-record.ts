import type { Fact } from "../../shared/dynamo/fact-items.ts";
import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import type { Chance, Record as Ended } from "./decisions/chance.ts";
import { chanceOf } from "./decisions/chance.ts";
import type { End } from "./facts.ts";

const day = 24 * 3_600_000;
const week = 7 * day;
const firstMonday = 4 * day;
/** A year back: what was before says little about how it goes now. */
const weeks = 52;
/** CIs have few changes; a year of them is one item. */
const yearsOf = (now: string): string[] => {
  const year = Number(now.slice(0, 4));
  return [String(year), String(year - 1)];
};

const weekName = (at: number): string => {
  const monday = firstMonday + Math.floor((at - firstMonday) / week) * week;
  return new Date(monday).toISOString().slice(0, 10);
};

/** What changes have in common, from the general to the close, and under which keys their ends are kept. */
const kindsOf = (change: Pick<Change, "type" | "modelId" | "templateId" | "teamId" | "serviceId">) => [
  { of: "all changes", key: "all" },
  { of: `${change.type} changes`, key: `type#${change.type}` },
  ...(change.modelId ? [{ of: `model ${change.modelId}`, key: `model#${change.modelId}` }] : []),
  ...(change.templateId
    ? [{ of: `template ${change.templateId}`, key: `template#${change.templateId}` }]
    : []),
  ...(change.serviceId ? [{ of: `service ${change.serviceId}`, key: `service#${change.serviceId}` }] : []),
  ...(change.teamId ? [{ of: `team ${change.teamId}`, key: `team#${change.teamId}` }] : []),
];

/** What is kept of a change that ended, under everything that others may have in common with it. */
export const factsOfEnd = (
  change: Pick<Change, "type" | "modelId" | "templateId" | "teamId" | "serviceId" | "ciIds"> & {
    readonly id: string;
  },
  end: End,
  at: string,
): readonly Fact<End>[] => [
  ...kindsOf(change).map(({ key }) => ({
    key: `${key}#${weekName(Date.parse(at))}`,
    entry: change.id,
    value: end,
    expires: Math.floor((Date.parse(at) + 2 * weeks * week) / 1000),
  })),
  ...change.ciIds.map((id) => ({ key: `ci#${id}#${at.slice(0, 4)}`, entry: change.id, value: end })),
];

const isSuccess = ({ o }: End): boolean => o === "successful" || o === "successful_with_issues";

type Read = ReadonlyMap<string, ReadonlyMap<string, End>>;

const endedIn = (keys: readonly string[], found: Read): readonly End[] => {
  const ends = new Map<string, End>();
  for (const key of keys) for (const [id, end] of found.get(key) ?? []) ends.set(id, end);
  return [...ends.values()];
};

const keysOver = (key: string, now: string): string[] =>
  Array.from({ length: weeks + 1 }, (_, ago) => `${key}#${weekName(Date.parse(now) - ago * week)}`);

/** The ends of a year by what changes have in common. */
export const endsOf = async (
  key: string,
  { ends, now }: Pick<ChangeContext, "ends" | "now">,
): Promise<readonly End[]> => {
  const keys = keysOver(key, now());
  return endedIn(keys, await ends.read(keys));
};

/** The chance that a change succeeds, by how changes like it ended in the last year. */
export const chanceFor = async (change: Change, context: ChangeContext): Promise<Chance> => {
  const now = context.now();
  const kinds = kindsOf(change).map((kind) => ({ ...kind, keys: keysOver(kind.key, now) }));
  const cis = change.ciIds.flatMap((id) => yearsOf(now).map((year) => `ci#${id}#${year}`));
  const found = await context.ends.read([...kinds.flatMap(({ keys }) => keys), ...cis]);
  const records = [...kinds, ...(cis.length > 0 ? [{ of: "changes of its CIs", keys: cis }] : [])].map(
    ({ of, keys }): Ended => {
      const ended = endedIn(keys, found);
      return { of, changes: ended.length, successful: ended.filter(isSuccess).length };
    },
  );
  return chanceOf(records.filter(({ changes }) => changes > 0));
};
