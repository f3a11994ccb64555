import { builtInSources } from "../../../../services/configuration/import/builtin-sources.ts";
import { readAwsConfig } from "../../../../services/configuration/import/read-aws-config.ts";
import { readAwsTags } from "../../../../services/configuration/import/read-aws-tags.ts";
import { mapped, noMapping } from "../../../../services/configuration/import-mapping.ts";
import { seededRelationTypes } from "../../../../services/configuration/seeds/relation-types.ts";
import { sharedData } from "./workbench.ts";

const mapping = builtInSources.get("src.aws-config")?.mapping ?? noMapping;
const rowsIn = (document: unknown) => readAwsConfig(document).map(({ row }) => mapped(row, mapping));
const sample = (name: string) => JSON.parse(sharedData(`aws-events/${name}`) ?? "null");
const isThere = sharedData("aws-events/docs/config_107.json") !== undefined;

(isThere ? describe : describe.skip)("configuration items of AWS Config (../shared/data/aws-events)", () => {
  test("an event is a thing of a class here, and its relations", () => {
    const [thing, ...relations] = rowsIn(sample("docs/config_107.json"));
    expect(thing).toMatchObject({
      kind: "ci",
      className: "cloud_instance",
      key: "123456789012/us-east-2/AWS::EC2::Instance/i-007d374c8912e3e90",
      values: { accountId: "123456789012", region: "us-east-2" },
    });
    const own = "123456789012/us-east-2/AWS::EC2::Instance/i-007d374c8912e3e90";
    const at = "2017-01-09T22:50:14.328Z";
    expect(relations).toContainEqual({
      kind: "relation",
      from: own,
      type: "contained-in",
      to: "123456789012/us-east-2/AWS::EC2::Subnet/subnet-2372be7b",
      at,
    });
    expect(relations).toContainEqual({
      kind: "relation",
      from: "123456789012/us-east-2/AWS::EC2::NetworkInterface/eni-fde9493f",
      type: "contained-in",
      to: own,
      at,
    });
  });

  test("an EventBridge event, a rule's invocation and a bare item are read alike", () => {
    const event = sample("docs/config_item_change_eventbridge_efs.json");
    const expected = rowsIn(event);
    expect(expected[0]).toMatchObject({
      className: "cloud_volume",
      values: { name: "cloudcontroltest1", tags: ["test=me"] },
    });
    expect(rowsIn(event.detail)).toEqual(expected);
    expect(rowsIn(event.detail.configurationItem)).toEqual(expected);
    expect(rowsIn({ Message: JSON.stringify(event.detail) })).toEqual(expected);
    expect(rowsIn(sample("lambda/awsConfigRuleConfigurationChanged.json"))[0]).toMatchObject({ kind: "ci" });
  });

  test("a snapshot is all of its items", () => {
    expect(rowsIn(sample("docs/config_086.json"))).toHaveLength(2);
  });

  test("what AWS Config saw go is gone", () => {
    const item = {
      ...sample("docs/config_108.json").Message.configurationItem,
      configurationItemStatus: "ResourceDeleted",
    };
    expect(rowsIn(item)).toEqual([expect.objectContaining({ kind: "ci", isGone: true })]);
  });

  test("a document without an item has no rows", () => {
    expect(rowsIn({ hello: "world" })).toEqual([]);
    expect(rowsIn(null)).toEqual([]);
  });
});

test("what is associated passes no failure on, an instance needs its volumes, and both ends tell one relation", () => {
  const item = (resourceType: string, resourceId: string, ...relationships: object[]) => ({
    ...{ awsAccountId: "1", awsRegion: "eu-west-1", resourceType, resourceId },
    relationships,
  });
  const to = (resourceType: string, resourceId: string, name: string) => ({ resourceType, resourceId, name });
  const [instance, group, volume] = ["AWS::EC2::Instance", "AWS::EC2::SecurityGroup", "AWS::EC2::Volume"];
  const relations = [
    item(instance, "i-1", to(group, "sg-1", "Is associated with SecurityGroup")),
    item(group, "sg-1", to(instance, "i-1", "Is associated with Instance")),
    item(instance, "i-1", to(volume, "vol-1", "Is attached to Volume")),
    item(volume, "vol-1", to(instance, "i-1", "Is attached to Instance")),
  ].flatMap((each) => rowsIn(each).filter(({ kind }) => kind === "relation"));
  const key = (type: string, id: string) => `1/eu-west-1/${type}/${id}`;
  const associated = { from: key(instance, "i-1"), type: "associated-with", to: key(group, "sg-1") };
  const attached = { from: key(instance, "i-1"), type: "connects-to", to: key(volume, "vol-1") };
  expect(relations).toMatchObject([associated, associated, attached, attached]);
  expect(seededRelationTypes.get("associated-with")?.impact).toBe("none");
});

test("tags say what a resource is called and who it belongs to", () => {
  const arn = "arn:aws:ec2:eu-west-1:123456789012:instance/i-1";
  const tags = [
    { Key: "Name", Value: "web-1" },
    { Key: "Owner", Value: "desk" },
    { Key: "aws:createdBy", Value: "x" },
  ];
  expect(readAwsTags({ ResourceTagMappingList: [{ ResourceARN: arn, Tags: tags }] })).toEqual([
    {
      number: 1,
      row: {
        kind: "ci",
        key: arn,
        className: "ec2:instance",
        values: { name: "web-1", arn, accountId: "123456789012", region: "eu-west-1", tags: ["Owner=desk"] },
      },
    },
  ]);
});
