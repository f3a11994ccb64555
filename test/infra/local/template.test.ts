import { UnsupportedTemplate } from "../../../infra/local/template/unsupported-template.ts";
import { loadAssembly, readAssembly } from "../../../infra/local/template.ts";
import { synthesizeFixture } from "./fixture-app/synthesize.ts";
import { templateFolder } from "./support/template-folder.ts";

const topic = (value: unknown) => ({ Type: "AWS::SNS::Topic", Properties: { DisplayName: value } });

/** What an expression becomes, in a stack that has something of everything. */
const resolved = (expression: unknown): unknown => {
  const folder = templateFolder({
    Base: {
      Resources: { Jobs: { Type: "AWS::SQS::Queue", Properties: { QueueName: "jobs" } } },
      Outputs: {
        Published: { Value: { "Fn::GetAtt": ["Jobs", "Arn"] } },
        Exported: { Value: { Ref: "Jobs" }, Export: { Name: { "Fn::Sub": "${AWS::StackName}:Jobs" } } },
      },
    },
    App: {
      Parameters: { Size: { Type: "String", Default: "small" } },
      Mappings: { Sizes: { small: { bytes: "10" } } },
      Conditions: {
        IsSmall: { "Fn::Equals": [{ Ref: "Size" }, "small"] },
        IsLarge: { "Fn::Not": [{ Condition: "IsSmall" }] },
        IsEither: { "Fn::Or": [{ Condition: "IsSmall" }, { Condition: "IsLarge" }] },
        IsBoth: { "Fn::And": [{ Condition: "IsSmall" }, { Condition: "IsLarge" }] },
      },
      Resources: {
        Bus: { Type: "AWS::Events::EventBus", Properties: { Name: "bus" } },
        Rule: {
          Type: "AWS::Events::Rule",
          Properties: { EventBusName: { Ref: "Bus" }, EventPattern: { source: ["a"] } },
        },
        Asked: topic(expression),
        Absent: { ...topic("x"), Condition: "IsLarge" },
      },
    },
  });
  const { assembly, problems } = readAssembly(folder);
  expect(problems).toEqual([]);
  return assembly.ofType("AWS::SNS::Topic").find(({ logicalId }) => logicalId === "Asked")?.properties
    .DisplayName;
};

describe("loadAssembly", () => {
  it.each<[string, unknown, unknown]>([
    [
      "pseudo parameters",
      { "Fn::Join": [":", [{ Ref: "AWS::Region" }, { Ref: "AWS::AccountId" }, { Ref: "AWS::Partition" }]] },
      "us-east-1:000000000000:aws",
    ],
    ["parameters by their default", { Ref: "Size" }, "small"],
    ["Ref of a bus as its name", { Ref: "Bus" }, "bus"],
    ["Ref of a rule on a custom bus as bus|name", { Ref: "Rule" }, "bus|App-Rule"],
    [
      "the ARN of a rule with its bus",
      { "Fn::GetAtt": ["Rule", "Arn"] },
      "arn:aws:events:us-east-1:000000000000:rule/bus/App-Rule",
    ],
    [
      "GetAtt written with a dot",
      { "Fn::GetAtt": "Bus.Arn" },
      "arn:aws:events:us-east-1:000000000000:event-bus/bus",
    ],
    [
      "Sub with names, attributes, own variables and literals",
      { "Fn::Sub": ["${Bus} ${Bus.Arn} ${own} ${!literal}", { own: { Ref: "Size" } }] },
      "bus arn:aws:events:us-east-1:000000000000:event-bus/bus small ${literal}",
    ],
    ["Select of Split", { "Fn::Select": [1, { "Fn::Split": ["-", "a-b-c"] }] }, "b"],
    ["FindInMap", { "Fn::FindInMap": ["Sizes", { Ref: "Size" }, "bytes"] }, "10"],
    ["Base64", { "Fn::Base64": "hello" }, "aGVsbG8="],
    [
      "If by conditions that use each other",
      {
        "Fn::If": [
          "IsLarge",
          "large",
          { "Fn::If": ["IsEither", { "Fn::If": ["IsBoth", "both", "either"] }, "none"] },
        ],
      },
      "either",
    ],
    ["NoValue by leaving the property out", { Ref: "AWS::NoValue" }, undefined],
    [
      "the output of another stack",
      {
        "Fn::GetStackOutput": { StackName: "Base", OutputName: "Published", Region: { Ref: "AWS::Region" } },
      },
      "arn:aws:sqs:us-east-1:000000000000:jobs",
    ],
    [
      "an exported value",
      { "Fn::ImportValue": "Base:Jobs" },
      "https://sqs.us-east-1.amazonaws.com/000000000000/jobs",
    ],
  ])("resolves %s", (_, expression, expected) => {
    expect(resolved(expression)).toEqual(expected);
  });

  it("leaves out resources whose condition does not hold", () => {
    const folder = templateFolder({
      App: {
        Conditions: { Never: { "Fn::Equals": ["a", "b"] } },
        Resources: { Kept: topic("kept"), Dropped: { ...topic("dropped"), Condition: "Never" } },
      },
    });
    expect(loadAssembly(folder).resources.map(({ logicalId }) => logicalId)).toEqual(["Kept"]);
  });

  it("gives a resource the same name at every load, so that data is found again", () => {
    const refs = () => loadAssembly(synthesizeFixture()).resources.map(({ ref }) => ref);
    expect(refs()).toEqual(refs());
  });

  it("names everything that cannot be resolved in one error", () => {
    const folder = templateFolder({
      App: {
        Parameters: { Unset: { Type: "String" } },
        Resources: {
          A: topic({ Ref: "Nowhere" }),
          B: topic({ "Fn::GetAtt": ["A", "Colour"] }),
          C: topic({ "Fn::ImportValue": "nobody:exports" }),
          D: topic({ "Fn::GetStackOutput": { StackName: "Gone", OutputName: "X" } }),
          E: topic({ "Fn::Transform": { Name: "AWS::Include" } }),
          F: topic({ Ref: "Unset" }),
          G: { ...topic("x"), DependsOn: "Nobody" },
          H: { Type: "AWS::EC2::Instance", Properties: {} },
          I: { Type: "AWS::SNS::Topic", Properties: { Colour: "red" } },
          J: topic({ "Fn::GetStackOutput": { StackName: "App", OutputName: "X", Region: "mars-1" } }),
          K: { Type: "AWS::SNS::Topic", Properties: { TopicName: { "Fn::GetAtt": ["K", "TopicName"] } } },
        },
      },
    });
    const load = () => loadAssembly(folder);
    expect(load).toThrow(UnsupportedTemplate);
    for (const reason of [
      "refers to Nowhere",
      "attribute Colour of A",
      "nothing is exported as nobody:exports",
      "output X of stack Gone",
      "Fn::Transform",
      "parameter Unset",
      "App/G: depends on Nobody",
      "App/H: resources of type AWS::EC2::Instance",
      "App/I: Colour",
      "across regions",
      "the name of K depends on itself",
    ])
      expect(load).toThrow(reason);
  });

  it("says what to do where there is no assembly", () => {
    expect(() => loadAssembly("/nowhere")).toThrow("cdk synth");
  });
});
