import { readAssembly } from "../../../../infra/local/template.ts";
import { synthesizeFixture } from "../fixture-app/synthesize.ts";
import { type Change, mutatedFixture } from "../support/mutate-fixture.ts";

const function_ = "Lambda::Function";
const table = "DynamoDB::GlobalTable";

const mutations: readonly [string, Change, string][] = [
  [
    "a type it does not know",
    (_, all) => {
      all.Files = { Type: "AWS::EFS::FileSystem", Properties: {} };
    },
    "AWS::EFS::FileSystem",
  ],
  [
    "a property it does not know",
    (find) => {
      find(function_, "api").VpcConfig = {};
    },
    "VpcConfig is not supported",
  ],
  [
    "a handler file that is not there",
    (find) => {
      find(function_, "api").Handler = "apy.handler";
    },
    "no file for the handler",
  ],
  [
    "a handler export that is not there",
    (find) => {
      find(function_, "api").Handler = "api.handle";
    },
    "exports no handle",
  ],
  [
    "code that is not in the assembly",
    (find) => {
      find(function_, "api").Code.S3Key = "elsewhere.zip";
    },
    "no asset",
  ],
  [
    "a runtime other than Node.js",
    (find) => {
      find(function_, "api").Runtime = "python3.13";
    },
    "python3.13",
  ],
  [
    "a time-out above Lambda's",
    (find) => {
      find(function_, "api").Timeout = 901;
    },
    "Timeout",
  ],
  [
    "a variable that Lambda reserves",
    (find) => {
      find(function_, "api").Environment.Variables.AWS_REGION = "x";
    },
    "AWS_REGION is reserved",
  ],
  [
    "a variable that is no text",
    (find) => {
      find(function_, "api").Environment.Variables.LIMIT = 5;
    },
    "LIMIT is no text",
  ],
  [
    "a function whose role Lambda may not assume",
    (find) => {
      find("IAM::Role", "apifunction").AssumeRolePolicyDocument.Statement[0].Principal.Service =
        "ec2.amazonaws.com";
    },
    "may not assume",
  ],
  [
    "a function whose role is not there",
    (find) => {
      find(function_, "api").Role = "arn:aws:iam::000000000000:role/gone";
    },
    "role/gone is not in the template",
  ],
  [
    "an index on an attribute that is not defined",
    (find) => {
      find(table).GlobalSecondaryIndexes[0].KeySchema[0].AttributeName = "colour";
    },
    "colour is not in AttributeDefinitions",
  ],
  [
    "an attribute that is no key",
    (find) => {
      find(table).AttributeDefinitions.push({ AttributeName: "extra", AttributeType: "S" });
    },
    "extra, which is no key",
  ],
  [
    "a projection without attributes",
    (find) => {
      find(table).GlobalSecondaryIndexes[0].Projection = { ProjectionType: "INCLUDE" };
    },
    "NonKeyAttributes",
  ],
  [
    "a replica in another region",
    (find) => {
      find(table).Replicas.push({ Region: "eu-west-1" });
    },
    "exactly one replica",
  ],
  [
    "a route without integration",
    (find) => {
      delete find("ApiGatewayV2::Route", "create").Target;
    },
    "route without integration",
  ],
  [
    "a route whose function may not be invoked",
    (_, all) => {
      for (const id of Object.keys(all)) if (id.startsWith("getthingsPermission")) delete all[id];
    },
    "lambda:InvokeFunction",
  ],
  [
    "a permission for a function that is not there",
    (find) => {
      find("Lambda::Permission").FunctionName = "gone";
    },
    "its function gone",
  ],
  [
    "a policy for a role that is not there",
    (find) => {
      find("IAM::Policy").Roles.push("gone");
    },
    "Roles gone",
  ],
  [
    "two resources with one name",
    (find) => {
      find("SQS::Queue", "Dead").QueueName = "same";
      find("SQS::Queue", "Undelivered").QueueName = "same";
    },
    "same name",
  ],
  [
    "an alarm on something that is not there",
    (_, all) => {
      all.Alarm = {
        Type: "AWS::CloudWatch::Alarm",
        Properties: { Namespace: "AWS/SQS", Dimensions: [{ Name: "QueueName", Value: "gone" }] },
      };
    },
    "QueueName gone",
  ],
];

describe("the local cloud, of resources", () => {
  it("runs the fixture as it is", () => {
    expect(readAssembly(synthesizeFixture()).problems).toEqual([]);
  });

  it.each(mutations)("refuses %s", (_, change, reason) => {
    expect(readAssembly(mutatedFixture(change)).problems.join("\n")).toContain(reason);
  });
});
