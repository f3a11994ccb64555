import { edited, type Mutation, property, set, without } from "./mutation.ts";

/** Records that could be lost, read by others, or not found again. */
export const durabilityMutations: readonly Mutation[] = [
  {
    title: "a signing key that is deleted with its stack",
    change: set("Pencil/SigningKey", "DeletionPolicy", "Delete"),
    caughtBy: "house rules",
  },
  {
    title: "a signing key whose signatures differ each time",
    change: property("Pencil/SigningKey", "KeySpec", "ECC_NIST_P256"),
    caughtBy: "house rules",
  },
  {
    title: "a signing key that AWS KMS does not have",
    change: property("Pencil/SigningKey", "KeySpec", "ED25519"),
    caughtBy: "house rules",
  },
  {
    title: "files that are deleted with their stack",
    change: set("Core/Files", "DeletionPolicy", "Delete"),
    caughtBy: "house rules",
  },
  {
    title: "files that are gone once they were removed by mistake",
    change: property("Core/Files", "VersioningConfiguration", undefined),
    caughtBy: "house rules",
  },
  {
    title: "uploads that stay though nobody attached them",
    change: edited("Core/Files", "LifecycleConfiguration.Rules", (all) => all.slice(1)),
    caughtBy: "house rules",
  },
  {
    title: "a table that cannot be restored",
    change: property("Pencil/Table", "Replicas.0.PointInTimeRecoverySpecification", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a table that one click deletes",
    change: property("Pencil/Table", "Replicas.0.DeletionProtectionEnabled", false),
    caughtBy: "house rules",
  },
  {
    title: "a table that is deleted with its stack",
    change: set("Pencil/Table", "DeletionPolicy", "Delete"),
    caughtBy: "house rules",
  },
  {
    title: "a table that is deleted when it is replaced",
    change: set("Pencil/Table", "UpdateReplacePolicy", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a table without a key of the account",
    change: property("Pencil/Table", "SSESpecification", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a table that never forgets",
    change: property("Pencil/Table", "TimeToLiveSpecification", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a table that forgets by an attribute nobody writes",
    change: property("Pencil/Table", "TimeToLiveSpecification.AttributeName", "expires"),
    caughtBy: "house rules",
  },
  {
    title: "a table with provisioned capacity of nothing",
    change: property("Pencil/Table", "BillingMode", "PROVISIONED"),
    caughtBy: "house rules",
  },
  {
    title: "an index that is declared and missing",
    change: edited("Pencil/Table", "GlobalSecondaryIndexes", (all) => all.slice(1)),
    caughtBy: "house rules",
  },
  {
    title: "an index without the record",
    change: property("Pencil/Table", "GlobalSecondaryIndexes.0.Projection", { ProjectionType: "KEYS_ONLY" }),
    caughtBy: "house rules",
  },
  {
    title: "an index on attributes that nobody writes",
    change: property("Pencil/Table", "GlobalSecondaryIndexes.0.KeySchema.1.AttributeName", "dueOrder"),
    caughtBy: "house rules",
  },
  {
    title: "a key whose type is not said",
    change: edited("Pencil/Table", "AttributeDefinitions", (all) => all.slice(1)),
    caughtBy: "local cloud",
  },
  {
    title: "a queue that is not encrypted",
    change: property("Pencil/Events", "SqsManagedSseEnabled", false),
    caughtBy: "nag",
  },
  {
    title: "a bus without an archive",
    change: without("Core/BusArchive"),
    caughtBy: "house rules",
  },
  {
    title: "an archive that forgets after a day",
    change: property("Core/BusArchive", "RetentionDays", 1),
    caughtBy: "house rules",
  },
];
