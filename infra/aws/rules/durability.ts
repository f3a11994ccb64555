import { expiryAttribute } from "../../../shared/dynamo/table-definition.ts";
import { type Finding, mustBe, type Rule, unless } from "./rule.ts";
import { at, listOf, type Part } from "./templates.ts";

const keptWithPeople = [
  "AWS::DynamoDB::GlobalTable",
  "AWS::Cognito::UserPool",
  "AWS::Logs::LogGroup",
  "AWS::KMS::Key",
];

/** Buckets that hold no more than what can be built again are named here. */
const builtAgain = (part: Part): boolean => part.stack.name.endsWith("-portal");

const isKept = ({ raw }: Part): boolean =>
  raw.DeletionPolicy === "Retain" && raw.UpdateReplacePolicy === "Retain";

/** What people made and did survives the deletion of a stack. */
const kept: Rule = ({ templates, settings }) =>
  settings.ephemeral
    ? []
    : templates
        .ofType(...keptWithPeople)
        .flatMap((part) =>
          unless(
            isKept(part),
            "Kept",
            part,
            "is lost with its stack: DeletionPolicy and UpdateReplacePolicy must be Retain",
          ),
        );

const replicaFindings = (table: Part, ephemeral: boolean): Finding[] => {
  const replicas = listOf(at(table, "Replicas"));
  return replicas.flatMap((_, index) => {
    const check = mustBe("Table", table);
    return [
      ...check(`Replicas.${index}.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled`, true),
      ...check(`Replicas.${index}.DeletionProtectionEnabled`, !ephemeral),
    ];
  });
};

/** Tables can be restored, are encrypted with a key of the account, forget what has expired, and are an outbox. */
const tables: Rule = ({ templates, settings }) =>
  templates.ofType("AWS::DynamoDB::GlobalTable").flatMap((table) => {
    const check = mustBe("Table", table);
    return [
      ...unless(listOf(at(table, "Replicas")).length > 0, "Table", table, "has no replica"),
      ...replicaFindings(table, settings.ephemeral),
      ...check("SSESpecification", { SSEEnabled: true, SSEType: "KMS" }),
      ...check("TimeToLiveSpecification", { AttributeName: expiryAttribute, Enabled: true }),
      ...check("StreamSpecification.StreamViewType", "NEW_IMAGE"),
      ...check("BillingMode", "PAY_PER_REQUEST"),
    ];
  });

/** Past events can be replayed for as long as the installation says. */
const archive: Rule = ({ templates, settings }) =>
  templates.ofType("AWS::Events::EventBus").flatMap((bus) => {
    const archives = templates
      .ofType("AWS::Events::Archive")
      .filter((each) => templates.text(each, "SourceArn") === bus.identity);
    return [
      ...unless(archives.length > 0, "Archive", bus, "has no archive: past events cannot be replayed"),
      ...archives.flatMap((each) => mustBe("Archive", each)("RetentionDays", settings.archiveDays)),
    ];
  });

/** Files outlive a mistake as records do, are encrypted with a key of the account, and go where nobody attached them. */
const files: Rule = ({ templates, settings }) =>
  templates
    .ofType("AWS::S3::Bucket")
    .filter((bucket) => !builtAgain(bucket))
    .flatMap((bucket) => {
      const check = mustBe("Files", bucket);
      const rules = listOf(at(bucket, "LifecycleConfiguration.Rules")) as { TagFilters?: unknown }[];
      return [
        ...unless(settings.ephemeral || isKept(bucket), "Kept", bucket, "is lost with its stack"),
        ...check("VersioningConfiguration.Status", "Enabled"),
        ...unless(
          rules.some(({ TagFilters }) => TagFilters !== undefined),
          "Files",
          bucket,
          "keeps what nobody attached",
        ),
      ];
    });

export const durability: readonly Rule[] = [kept, tables, archive, files];
