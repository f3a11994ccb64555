import * as z from "zod";
import { ciRow, type Numbered, type Row, relationRow, type Unread } from "../import-row.ts";
import { attributesIn } from "./aws-attributes.ts";
import { parsed } from "./parsed.ts";

const Tags = z.record(z.string(), z.string()).nullish();
const Related = z.looseObject({
  resourceId: z.string().nullish(),
  resourceName: z.string().nullish(),
  resourceType: z.string(),
  // `relationshipName` in what the API answers, `name` in events and snapshots.
  name: z.string().nullish(),
  relationshipName: z.string().nullish(),
});

/** A configuration item as events, snapshots, histories and the API of AWS Config write it. */
export const ConfigurationItem = z.looseObject({
  awsAccountId: z.string().nullish(),
  accountId: z.string().nullish(),
  awsRegion: z.string().nullish(),
  availabilityZone: z.string().nullish(),
  resourceType: z.string(),
  resourceId: z.string(),
  resourceName: z.string().nullish(),
  ARN: z.string().nullish(),
  arn: z.string().nullish(),
  configurationItemCaptureTime: z.union([z.string(), z.number()]).nullish(),
  configurationItemStatus: z.string().nullish(),
  tags: Tags,
  // An object in events and snapshots, JSON in a text in what the API answers.
  configuration: z.unknown().optional(),
  relationships: z.array(Related).nullish(),
});
export type ConfigurationItem = z.infer<typeof ConfigurationItem>;

type Place = { readonly account: string; readonly region: string };

const placeOf = (item: ConfigurationItem): Place => ({
  account: item.awsAccountId ?? item.accountId ?? "",
  region: item.awsRegion ?? "global",
});

/**
 * A resource's key: account, region, type and id. Relations name resources by type and id only, so an ARN would
 * not find them.
 */
export const resourceKey = ({ account, region }: Place, type: string, id: string): string =>
  [account, region, type, id].join("/");

/** The API writes seconds since 1970, events and snapshots ISO 8601. */
const instantOf = (time: string | number | null | undefined): string | undefined => {
  const at = new Date(typeof time === "number" ? time * 1000 : (time ?? Number.NaN));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

const statusGone = new Set(["ResourceDeleted", "ResourceDeletedNotRecorded"]);

/** Tags as one list, apart from those that AWS itself sets; in the order of their names, whichever way they come. */
const tagTexts = (tags: ConfigurationItem["tags"]): readonly string[] =>
  Object.entries(tags ?? {})
    .filter(([name]) => !name.startsWith("aws:") && name !== "Name")
    .map(([name, text]) => `${name}=${text}`)
    .toSorted();

const thing = (item: ConfigurationItem): Row | Unread => {
  const { resourceType, resourceId, resourceName, availabilityZone, tags } = item;
  const place = placeOf(item);
  const arn = item.ARN ?? item.arn;
  const { account: accountId, region } = place;
  const tagged = tagTexts(tags);
  const facts = { accountId, region, availabilityZone, arn, resourceType, resourceId };
  return ciRow({
    key: resourceKey(place, resourceType, resourceId),
    className: resourceType,
    values: {
      name: tags?.Name || resourceName || resourceId,
      ...attributesIn(resourceType, parsed(item.configuration)),
      ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value)),
      ...(tagged.length > 0 ? { tags: tagged } : {}),
    },
    at: instantOf(item.configurationItemCaptureTime),
    isGone: statusGone.has(item.configurationItemStatus ?? "") || undefined,
  });
};

/** The first words of a relationship's name, which ends in the kind of the other resource. */
const relationType = (name: string): string => {
  const words = name
    .trim()
    .replace(/\s+\S+$/, "")
    .toLowerCase();
  return words === "" ? "is associated with" : words;
};

const instance = "AWS::EC2::Instance";

type End = { readonly type: string; readonly key: string | undefined };

/**
 * Both ends tell of a relationship, and it is one relation: `Contains` is `is contained in` said from the other end;
 * an instance needs what is attached to it (volumes, interfaces); of all others nobody knows which needs which.
 */
const relationBetween = (own: End, name: string, other: End, at: string | undefined): Row | Unread => {
  const row = (type: string, from: End, to: End) => relationRow({ from: from.key, type, to: to.key, at });
  if (name === "contains") return row("is contained in", other, own);
  if (name === "is contained in") return row(name, own, other);
  if (name === "is attached to") {
    if (own.type === instance) return row(name, own, other);
    if (other.type === instance) return row(name, other, own);
  }
  const neutral = name === "is attached to" ? "is associated with" : name;
  const isFirst = other.key === undefined || (own.key ?? "") < other.key;
  return isFirst ? row(neutral, own, other) : row(neutral, other, own);
};

const relationsOf = (item: ConfigurationItem): readonly (Row | Unread)[] => {
  const place = placeOf(item);
  const own = { type: item.resourceType, key: resourceKey(place, item.resourceType, item.resourceId) };
  const at = instantOf(item.configurationItemCaptureTime);
  return (item.relationships ?? []).map(({ resourceId, resourceName, resourceType: type, ...named }) => {
    const id = resourceId || resourceName;
    const other = { type, key: id ? resourceKey(place, type, id) : undefined };
    return relationBetween(own, relationType(named.name ?? named.relationshipName ?? ""), other, at);
  });
};

/** What one configuration item says: that there is a resource (or no more), and how it stands to others. */
export const rowsOfItem = (given: unknown): readonly (Row | Unread)[] => {
  const { data: item, error } = ConfigurationItem.safeParse(given);
  if (error) {
    const [issue] = error.issues;
    return [{ kind: "unread", problem: `${issue?.path.join(".") || "item"}: ${issue?.message}` }];
  }
  const row = thing(item);
  return row.kind === "ci" && row.isGone ? [row] : [row, ...relationsOf(item)];
};

type Json = Readonly<Record<string, unknown>>;

/** The items in a document, whatever is around them: a notification, an event, a rule's invocation, a snapshot. */
const itemsIn = (document: unknown): readonly unknown[] => {
  if (Array.isArray(document)) return document;
  const { Message, detail, invokingEvent, ...other } = (document ?? {}) as Json;
  const { configurationItem, configurationItemSummary, configurationItems, ...bare } = other;
  if (Array.isArray(configurationItems)) return configurationItems;
  // Of items that are too large for an event, AWS Config sends the summary only.
  const item = configurationItem ?? configurationItemSummary;
  if (item !== undefined) return [item];
  const inner = parsed(Message) ?? detail ?? parsed(invokingEvent);
  if (inner !== undefined) return itemsIn(inner);
  return "resourceType" in bare ? [bare] : [];
};

/** Configuration items of AWS Config: one, several, a snapshot, or what carries one. */
export const readAwsConfig = (document: unknown): readonly Numbered[] =>
  itemsIn(document)
    .flatMap(rowsOfItem)
    .map((row, at) => ({ number: at + 1, row }));
