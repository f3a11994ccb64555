/** A CI as the seed knows it: a short name of its own, its class, its name, and what else is said of it. */
export type CiSeed = readonly [slug: string, classId: string, name: string, more?: object];

/** A relation from what suffers to what it needs, perhaps as one of a redundant group. */
export type RelationSeed = readonly [from: string, typeId: string, to: string, group?: string];
