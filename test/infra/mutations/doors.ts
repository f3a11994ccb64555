import { added, edited, type Mutation, property, refTo, without } from "./mutation.ts";

/** Functions, queues and topics that let in too few, or too many. */
export const doorMutations: readonly Mutation[] = [
  {
    title: "an API that may not call the function behind a route",
    change: (templates) => {
      const resources = templates.Ink?.Resources ?? {};
      for (const [id, { Type }] of Object.entries(resources)) {
        if (Type === "AWS::Lambda::Permission") delete resources[id];
      }
    },
    caughtBy: "house rules",
  },
  {
    title: "a function that everybody may call",
    change: refTo(
      "Pencil/ApiFunction",
      (Ref) => ({ Ref }),
      (FunctionName) =>
        added("Pencil", "Open", {
          Type: "AWS::Lambda::Permission",
          Properties: { Action: "lambda:InvokeFunction", FunctionName, Principal: "*" },
        }),
    ),
    caughtBy: "house rules",
  },
  {
    title: "files that may be opened to the public",
    change: property("Core/Files", "PublicAccessBlockConfiguration.BlockPublicPolicy", false),
    caughtBy: "house rules",
  },
  {
    title: "files that are handed out without TLS",
    change: without("Core/FilesPolicy"),
    caughtBy: "house rules",
  },
  {
    title: "a queue that its rule may not write to",
    change: edited("Pencil/EventsPolicy", "PolicyDocument.Statement", (all) => all.slice(0, 1)),
    caughtBy: "local cloud",
  },
  {
    title: "a dead-letter queue that a rule may not write to",
    change: edited("Pencil/DeadLettersPolicy", "PolicyDocument.Statement", (all) => all.slice(0, 1)),
    caughtBy: "local cloud",
  },
  {
    title: "a queue that anybody may write to",
    change: edited("Pencil/EventsPolicy", "PolicyDocument.Statement", (all) =>
      all.map((each: object, index: number) =>
        index === 1 ? { ...each, Principal: "*", Condition: undefined } : each,
      ),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a queue that any rule of any account may write to",
    change: edited("Pencil/EventsPolicy", "PolicyDocument.Statement", (all) =>
      all.map((each: object, index: number) => (index === 1 ? { ...each, Condition: undefined } : each)),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a queue that takes requests without TLS",
    change: edited("Pencil/EventsPolicy", "PolicyDocument.Statement", (all) => all.slice(1)),
    caughtBy: "nag",
  },
  {
    title: "a topic that takes requests without TLS",
    change: edited("Core/AlarmsPolicy", "PolicyDocument.Statement", (all) => all.slice(1)),
    caughtBy: "nag",
  },
  {
    title: "a topic that CloudWatch may not publish to",
    change: edited("Core/AlarmsPolicy", "PolicyDocument.Statement", (all) => all.slice(0, 1)),
    caughtBy: "house rules",
  },
  {
    title: "a topic without a policy",
    change: without("Core/AlarmsPolicy"),
    caughtBy: "nag",
  },
];
