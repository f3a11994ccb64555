import { expiryAttribute } from "../../../shared/dynamo/table-definition.ts";
import { type Finding, mustBe, type Rule, unless } from "./rule.ts";
import { at, listOf, type Part } from "./templates.ts";

const keptWithPeople = [
  "AWS::DynamoDB::GlobalTable",
  "AWS::Cognito::UserPool",
  "AWS::Logs::LogGroup",
  "AWS::KMS::Key",
];

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

export const durability: readonly Rule[] = [kept, tables, archive];
