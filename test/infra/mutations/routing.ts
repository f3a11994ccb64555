import { logicalId, type Mutation, property, refTo, without } from "./mutation.ts";

/** Events and times that reach nobody, or the wrong one. */
export const routingMutations: readonly Mutation[] = [
  {
    title: "a rule for a source that nobody has",
    change: property("Pencil/Fromdeskpaperthickness", "EventPattern.source", ["desk.papers"]),
    caughtBy: "house rules",
  },
  {
    title: "a rule for a version that nobody publishes",
    change: property("Pencil/Fromdeskpencil", "EventPattern.detail-type", ["PencilSharpened.v1"]),
    caughtBy: "house rules",
  },
  {
    title: "a rule that matches everything of a source",
    change: property("Pencil/Fromdeskpencil", "EventPattern.detail-type", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a rule with a condition that nobody declared",
    change: property("Pencil/Fromdeskpencil", "EventPattern.detail", {
      data: { length: [{ numeric: [">", 10] }] },
    }),
    caughtBy: "house rules",
  },
  {
    title: "a rule whose condition on the data is not the declared one",
    change: property("Pencil/Fromdeskpaperthickness", "EventPattern.detail.data", {
      width: [{ exists: true }],
    }),
    caughtBy: "house rules",
  },
  {
    title: "a pattern with an operator that does not exist",
    change: property("Pencil/Fromdeskpaperthickness", "EventPattern.source", [{ startsWith: "desk" }]),
    caughtBy: "local cloud",
  },
  {
    title: "a pattern whose values are no lists",
    change: property("Pencil/Fromdeskpaperthickness", "EventPattern.source", "desk.paper"),
    caughtBy: "local cloud",
  },
  {
    title: "a rule on the account's default bus",
    change: property("Pencil/Fromdeskpaperthickness", "EventBusName", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a rule for AWS's own events on the installation's bus, where none comes",
    change: (templates) => {
      const rule = templates.Pencil?.Resources[logicalId(templates, "Pencil/Fromdeskpaperthickness")];
      property("Pencil/Foreignawsec2", "EventBusName", rule.Properties.EventBusName)(templates);
    },
    caughtBy: "house rules",
  },
  {
    title: "a rule for a foreign event that nobody declared",
    change: property("Pencil/Foreignawsec2", "EventPattern.detail-type", [
      "EC2 Spot Instance Interruption Warning",
    ]),
    caughtBy: "house rules",
  },
  {
    title: "a rule for everything on the account's default bus",
    change: property("Pencil/Foreignawsec2", "EventPattern.detail-type", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a rule for a foreign event that is missing",
    change: without("Pencil/Foreignawsec2"),
    caughtBy: "house rules",
  },
  {
    title: "a foreign rule whose target has no dead letters",
    change: property("Pencil/Foreignawsec2", "Targets.0.DeadLetterConfig", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a rule that is switched off",
    change: property("Pencil/Fromdeskpaperthickness", "State", "DISABLED"),
    caughtBy: "house rules",
  },
  {
    title: "a rule without a target",
    change: property("Pencil/Fromdeskpaperthickness", "Targets", []),
    caughtBy: "house rules",
  },
  {
    title: "a rule whose target has no dead letters",
    change: property("Pencil/Fromdeskpaperthickness", "Targets.0.DeadLetterConfig", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a rule that is missing",
    change: without("Pencil/Fromdeskpaperthickness"),
    caughtBy: "house rules",
  },
  {
    title: "a rate of one minutes",
    change: property("Pencil/Schedulesharpendue", "ScheduleExpression", "rate(1 minutes)"),
    caughtBy: "local cloud",
  },
  {
    title: "a cron expression with both days",
    change: property("Pencil/Scheduletakestock", "ScheduleExpression", "cron(0 2 1 * MON *)"),
    caughtBy: "local cloud",
  },
  {
    title: "a schedule at another time than declared",
    change: property("Pencil/Scheduletakestock", "ScheduleExpression", "cron(0 14 * * ? *)"),
    caughtBy: "house rules",
  },
  {
    title: "a time zone that does not exist",
    change: property("Pencil/Scheduletakestock", "ScheduleExpressionTimezone", "Mars/Olympus"),
    caughtBy: "local cloud",
  },
  {
    title: "a schedule that names another one",
    change: property("Pencil/Scheduletakestock", "Target.Input", JSON.stringify({ schedule: "take-stocks" })),
    caughtBy: "house rules",
  },
  {
    title: "a schedule without a role",
    change: property("Pencil/Scheduletakestock", "Target.RoleArn", undefined),
    caughtBy: "validate",
  },
  {
    title: "a schedule whose missed runs nobody hears of",
    change: property("Pencil/Scheduletakestock", "Target.DeadLetterConfig", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a schedule that calls the api",
    change: refTo(
      "Pencil/ApiFunction",
      (id) => ({ "Fn::GetAtt": [id, "Arn"] }),
      (value) => property("Pencil/Scheduletakestock", "Target.Arn", value),
    ),
    caughtBy: "local cloud",
  },
];
