/** Partitions of the indexes that hold several kinds of things: each kind has its own. */
export const targets = {
  location: (id: string): string => `location#${id}`,
  stockroom: (id: string): string => `stockroom#${id}`,
  reservedBy: (personId: string): string => `reserved#${personId}`,
  covers: (assetId: string): string => `covers#${assetId}`,
  holder: (personId: string): string => `asset#${personId}`,
  seat: (personId: string): string => `seat#${personId}`,
  ciClass: (classId: string): string => `class#${classId}`,
  requestOf: (personId: string): string => `request#${personId}`,
  device: (deviceId: string): string => `device#${deviceId}`,
} as const;

type Kind =
  | "contract"
  | "entitlement"
  | "installation"
  | "seat"
  | "position"
  | "audit"
  | "unaccounted"
  | "request";

/** Assets of which an edit waits for approval. */
export const editProposed = "edit-proposed";

/** Assets that are to come back: asked back, lent, or given until a day. */
export const toReturn = "to-return";
/** Those of them that were not brought back in time. */
export const overdue = "overdue";
/** Assets whose holder has not confirmed having them, or says not to have them. */
export const unaccepted = "unaccepted";
/** Assets of which it was told that the warranty ends, contracts and entitlements that end soon. */
export const warrantyEnding = "warranty-ending";
export const contractEnding = "contract-ending";
export const entitlementEnding = "entitlement-ending";

/** Models that everybody may ask for. */
export const requestableModels = "requestable";

/** Assets that should have a configuration item and have none. */
export const withoutCi = "without-ci";

export const inState = (kind: Kind, state: string): string => `${kind}#${state}`;
export const ofModel = (kind: Kind, modelId: string): string => `${kind}#${modelId}`;
