import { attributesOf } from "../../../../services/configuration/attributes.ts";
import { builtInSources } from "../../../../services/configuration/import/builtin-sources.ts";
import { readAwsConfig } from "../../../../services/configuration/import/read-aws-config.ts";
import { readAwsTags } from "../../../../services/configuration/import/read-aws-tags.ts";
import { mapped, noMapping } from "../../../../services/configuration/import-mapping.ts";
import { seededRelationTypes } from "../../../../services/configuration/seeds/relation-types.ts";
import { chainOf } from "../given.ts";
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

(isThere ? describe : describe.skip)("what AWS Config knows of a resource's configuration", () => {
  const valuesOf = (document: unknown) =>
    rowsIn(document).flatMap((row) => (row.kind === "ci" ? [row.values] : []));

  test("is in the attributes of our classes, whether an object or JSON in a text", () => {
    const [instance] = valuesOf(sample("docs/config_107.json"));
    expect(instance).toMatchObject({
      instanceType: "t2.micro",
      imageId: "ami-9be6f38c",
      ipAddress: "172.31.16.84",
      hostname: "ip-172-31-16-84.ec2.internal",
    });
    const item = sample("lambda/awsConfigRuleConfigurationChanged.json");
    const { configurationItem } = JSON.parse(item.invokingEvent);
    expect(configurationItem.configuration.instanceType).toBe("t2.medium");
    const asText = { ...configurationItem, configuration: JSON.stringify(configurationItem.configuration) };
    expect(valuesOf(asText)).toEqual(valuesOf(configurationItem));
    expect(valuesOf(asText)[0]).toMatchObject({ instanceType: "t2.medium", ipAddress: "172.31.78.41" });
    expect(valuesOf(sample("docs/config_109.json"))[0]).toMatchObject({ sizeGb: 1, volumeType: "standard" });
  });

  test("is nothing where it is empty or another's", () => {
    const { configurationItem } = JSON.parse(
      sample("lambda/awsConfigRuleConfigurationChanged.json").invokingEvent,
    );
    const configuration = { instanceType: null, privateIpAddress: "", engine: "mysql" };
    const [values] = valuesOf({ ...configurationItem, configuration });
    for (const name of ["instanceType", "ipAddress", "engine"]) expect(values).not.toHaveProperty(name);
  });

  test("has names that the classes it is read into know", () => {
    const item = { awsAccountId: "1", awsRegion: "eu-west-1", resourceId: "x" };
    const told = {
      ...{ instanceType: "a", imageId: "b", privateIpAddress: "10.0.0.1", privateDnsName: "c", size: 1 },
      ...{ volumeType: "d", cidrBlock: "10.0.0.0/16", engine: "e", engineVersion: "1", dBInstanceClass: "f" },
      ...{ allocatedStorage: 5, clusterVersion: "1", nodeType: "g", runtime: "h", memorySize: 128 },
    };
    const common = new Set(["name", "accountId", "region", "resourceType", "resourceId"]);
    const types = Object.keys(mapping.classes).filter((type) => type !== "*");
    const filled = types.filter((resourceType) => {
      const [row] = rowsIn({ ...item, resourceType, configuration: told });
      if (row?.kind !== "ci") throw new Error(`${resourceType} is not read`);
      const known = attributesOf(chainOf(row.className)).map(({ name }) => name);
      const names = Object.keys(row.values).filter((name) => !common.has(name));
      expect(known).toEqual(expect.arrayContaining(names));
      return names.length > 0;
    });
    expect(filled.length).toBeGreaterThan(6);
  });
});

describe("tags by the mapping of a source", () => {
  const tags = {
    Environment: { attribute: "environment" },
    owner: { attribute: "ownerId" },
    Tier: { attribute: "criticality", values: { "1": "high", "2": "medium" } },
    Criticality: { attribute: "criticality" },
  };
  const valuesOf = (given: Record<string, string>) => {
    const item = { awsAccountId: "1", awsRegion: "r", resourceType: "AWS::EC2::Instance", resourceId: "i-1" };
    const [row] = readAwsConfig({ ...item, tags: given }).map((each) =>
      mapped(each.row, { ...mapping, tags }),
    );
    return row?.kind === "ci" ? row.values : {};
  };

  test("are facts, in whatever case they are written, and stay tags", () => {
    const values = valuesOf({ environment: "PROD", Owner: "ann", Tier: "1" });
    expect(values).toMatchObject({ environment: "PROD", ownerId: "ann", criticality: "high" });
    expect(values.tags).toEqual(["Owner=ann", "Tier=1", "environment=PROD"]);
  });

  test("of which a fact can make nothing are tags only, and no fault of the resource", () => {
    const values = valuesOf({ Tier: "9", Criticality: "tier-0", Environment: "x".repeat(201) });
    expect(values).not.toHaveProperty("criticality");
    expect(values).not.toHaveProperty("environment");
  });

  test("say by themselves what the environment is", () => {
    const item = { awsAccountId: "1", awsRegion: "r", resourceType: "AWS::S3::Bucket", resourceId: "b" };
    expect(rowsIn({ ...item, tags: { Environment: "test" } })[0]).toMatchObject({
      values: { environment: "test" },
    });
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
