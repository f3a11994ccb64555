/**
 * The key a record has in an index: the partition (what is asked for) and the order within it. The order must
 * end in something unique (the id), so that pages never skip or repeat. `undefined`: not in this index, which
 * is how open work stays small beside years of closed records (sparse indexes).
 */
export type IndexKey = { readonly partition: string; readonly order: string };

export type TableDefinition = {
  /** Access pattern to what it answers, in words. The name becomes the index's name: `byTeam`, `due` ... */
  readonly indexes: Readonly<Record<string, string>>;
};

/** DynamoDB attribute names of an index's keys. Read by CDK and by the store, so they cannot differ. */
export const indexAttributes = (index: string): { readonly partition: string; readonly order: string } => ({
  partition: `${index}Partition`,
  order: `${index}Order`,
});

/** What a list needs of an item; the rest (long texts) stays out of the indexes. */
export const projectedAttributes = ["record", "version"] as const;

/** Attribute that DynamoDB deletes by (epoch seconds). Readers treat what is past it as gone already. */
export const expiryAttribute = "expiresAt";
