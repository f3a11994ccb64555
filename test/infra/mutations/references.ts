import { added, type Mutation, property, refTo, set } from "./mutation.ts";

/** Templates that CloudFormation would refuse, or roll back half way. */
export const referenceMutations: readonly Mutation[] = [
  {
    title: "a reference to what does not exist",
    change: property("Pencil/ApiFunction", "Environment.Variables.TABLE_NAME", { Ref: "Tabel" }),
    caughtBy: "validate",
  },
  {
    title: "an attribute that its resource does not have",
    change: refTo(
      "Pencil/Events",
      (id) => ({ "Fn::GetAtt": [id, "StreamArn"] }),
      (value) => property("Pencil/Inbox", "EventSourceArn", value),
    ),
    caughtBy: "validate",
  },
  {
    title: "an output that its stack does not have",
    change: property("Pencil/PublisherFunction", "Environment.Variables.BUS_NAME", {
      "Fn::GetStackOutput": { StackName: "steward-core", Region: { Ref: "AWS::Region" }, OutputName: "Bus" },
    }),
    caughtBy: "local cloud",
  },
  {
    title: "an output of a stack that does not exist",
    change: property("Pencil/PublisherFunction", "Environment.Variables.BUS_NAME", {
      "Fn::GetStackOutput": {
        StackName: "steward-cores",
        Region: { Ref: "AWS::Region" },
        OutputName: "BusName",
      },
    }),
    caughtBy: "local cloud",
  },
  {
    title: "a dependency on what does not exist",
    change: set("Pencil/ApiFunction", "DependsOn", ["Nothing"]),
    caughtBy: "validate",
  },
  {
    title: "two resources that wait for each other",
    change: refTo(
      "Pencil/ApiFunction",
      (id) => [id],
      (value) => set("Pencil/ApiRole", "DependsOn", value),
    ),
    caughtBy: "validate",
  },
  {
    title: "a function that does not exist in CloudFormation",
    change: property("Pencil/ApiFunction", "Environment.Variables.TABLE_NAME", { "Fn::Reference": "Table" }),
    caughtBy: "local cloud",
  },
  {
    title: "a resource type that does not exist",
    change: added("Pencil", "Odd", { Type: "AWS::SQS::Queues", Properties: {} }),
    caughtBy: "validate",
  },
  {
    title: "a resource type that has never run on one machine",
    change: added("Pencil", "Odd", { Type: "AWS::Kinesis::Stream", Properties: { ShardCount: 1 } }),
    caughtBy: "local cloud",
  },
  {
    title: "a property with a typing mistake",
    change: property("Pencil/Events", "VisibilityTimeOut", 180),
    caughtBy: "validate",
  },
  {
    title: "a number that is a text",
    change: property("Pencil/ApiFunction", "Timeout", "soon"),
    caughtBy: "validate",
  },
];
