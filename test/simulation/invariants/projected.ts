import { isDeepStrictEqual } from "node:util";
import { compilePattern } from "../../../infra/local/event-pattern.ts";
import { detailType, type EventDetail } from "../../../shared/events/event-type.ts";
import type { Subscription } from "../../../shared/events/subscription.ts";
import type { Service } from "../../../shared/service.ts";
import type { StoredItem } from "../../bed/stored-items.ts";
import type { Facts } from "../facts.ts";
import { type Projected, projections } from "../projections.ts";

type Heard = { readonly source: string; readonly type: string; readonly detail: EventDetail };
type Word = {
  readonly name: string;
  readonly subject: string;
  readonly sequence: number;
  readonly value: unknown;
};

/** Ends a handler where it keeps something: what it does after that is not what is asked. */
class Kept extends Error {
  readonly word: Word;
  constructor(word: Word) {
    super("kept");
    this.word = word;
  }
}

/** What a handler would keep in a projection if nothing was known yet; undefined when it keeps nothing in one. */
const wordOf = async ({ event, handle }: Subscription, { detail }: Heard, names: readonly string[]) => {
  const keepers = names.map((name) => {
    const keep = ({ subject, sequence }: Word, value: unknown) => {
      throw new Kept({ name, subject, sequence, value });
    };
    return [name, { keep, known: async () => new Map() }];
  });
  const context = { ...Object.fromEntries(keepers), now: () => detail.meta.occurredAt };
  try {
    await handle({ meta: detail.meta, data: event.data.parse(detail.data) }, context as never);
  } catch (ended) {
    // Whatever else a handler wants it does not find here.
    if (ended instanceof Kept) return ended.word;
  }
  return undefined;
};

const heardIn = ({ kept }: Facts): readonly Heard[] =>
  kept.flatMap(({ events }) =>
    events.map(({ source, detailType: type, detail }) => ({
      source: String(source),
      type: String(type),
      detail: JSON.parse(String(detail)) as EventDetail,
    })),
  );

/** The last word on each subject, by projection. */
const lastWords = async (
  { subscriptions }: Service,
  heard: readonly Heard[],
  names: readonly string[],
): Promise<readonly Word[]> => {
  const last = new Map<string, Word>();
  for (const subscription of subscriptions) {
    const { event, where } = subscription;
    const wants = where && compilePattern({ data: where });
    for (const each of heard) {
      if (each.source !== event.source || each.type !== detailType(event)) continue;
      if (wants !== undefined && !wants(each.detail)) continue;
      const word = await wordOf(subscription, each, names);
      const key = `${word?.name} ${word?.subject}`;
      if (word !== undefined && word.sequence > (last.get(key)?.sequence ?? 0)) last.set(key, word);
    }
  }
  return [...last.values()];
};

/** As the database gives it back, without when it was heard: that is another time for each who asks. */
const comparable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, part: unknown) => (name === "heardAt" ? undefined : part)));

const unlike = (items: readonly StoredItem[], { kind }: Projected, word: Word): string[] => {
  const pk = `${kind}#${word.subject}`;
  const item = items.find((each) => each.pk === pk && each.sk === "PROJECTION");
  if (item === undefined) return [`knows nothing of ${word.subject}`];
  if (item.pending !== undefined) return [`has not come to the end of ${word.subject}`];
  return item.sequence === word.sequence && isDeepStrictEqual(comparable(item.value), comparable(word.value))
    ? []
    : [
        `knows ${JSON.stringify(item)} of ${word.subject}, version ${word.sequence} is ${JSON.stringify(word.value)}`,
      ];
};

/** Groups list what the records' own items say, no more and no less. */
const misplaced = (items: readonly StoredItem[], { kind, memberships, listed }: Projected): string[] => {
  if (memberships === undefined) return [];
  const ofKind = items.filter(({ pk, sk }) => pk.startsWith(`${kind}#`) && sk === "PROJECTION");
  const wanted = ofKind.flatMap(({ pk, value }) => {
    const id = pk.slice(kind.length + 1);
    const shown = comparable(listed === undefined ? value : listed(value));
    return memberships(value).map(({ group, order }) => [`${kind}-GROUP#${group}`, `${order}#${id}`, shown]);
  });
  const found = items
    .filter(({ pk }) => pk.startsWith(`${kind}-GROUP#`))
    .map(({ pk, sk, value }) => [pk, sk, comparable(value)]);
  const texts = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(sorted(row))).toSorted();
  const [left, right] = [texts(found), texts(wanted)];
  return isDeepStrictEqual(left, right) ? [] : [`lists ${left} in groups of ${kind}, and should ${right}`];
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]));
};

/** What each service keeps of others' records is what the last event that it hears of each says. */
export const brokenProjections = async (facts: Facts, services: readonly Service[]): Promise<string[]> => {
  const heard = heardIn(facts);
  const broken: string[] = [];
  for (const service of services) {
    const own = projections[service.name] ?? {};
    const items = facts.items.get(service.name) ?? [];
    const words = await lastWords(service, heard, Object.keys(own));
    const wrong = [
      ...words.flatMap((word) => unlike(items, own[word.name] as Projected, word)),
      ...Object.values(own).flatMap((projected) => misplaced(items, projected)),
    ];
    broken.push(...wrong.map((why) => `${service.name} ${why}`));
  }
  return broken;
};
