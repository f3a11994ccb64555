import type { Random } from "./machine/random.ts";
import type { Model, Operation } from "./simulated.ts";

const minute = 60_000;
const instant = ({ now }: Model, minutes: number): string => new Date(now() + minutes * minute).toISOString();

/** Something that AWS says; the path is for people to read only. */
const event = (source: string, detailType: string, detail: object): Operation => ({
  as: "robot",
  method: "POST",
  path: `/${source}`,
  foreign: { source, detailType, detail },
});

/** An alarm that changes its state, mostly between two, now and then in words that nobody knows. */
const alarm = (random: Random, model: Model): Operation =>
  event("aws.cloudwatch", "CloudWatch Alarm State Change", {
    alarmName: random.pick(["cpu", "latency"]),
    state: random.chance(0.1)
      ? { value: "PURPLE", timestamp: instant(model, 0) }
      : {
          value: random.weighted([
            [5, "ALARM"],
            [3, "OK"],
            [1, "INSUFFICIENT_DATA"],
          ]),
          reason: model.word(),
          timestamp: instant(model, random.pick([-3, 0, 0])).replace("Z", "+0000"),
        },
    configuration: { metrics: [{ metricStat: { metric: { dimensions: { InstanceId: "db-1" } } } }] },
  });

const health = (random: Random, model: Model): Operation =>
  event("aws.health", "AWS Health Event", {
    eventArn: `arn:aws:health:eu-west-1::event/${random.pick(["one", "two"])}`,
    service: "EC2",
    eventTypeCode: "AWS_EC2_OPERATIONAL_ISSUE",
    eventTypeCategory: "issue",
    statusCode: random.pick(["open", "open", "closed"]),
    startTime: new Date(model.now()).toUTCString(),
    lastUpdatedTime: new Date(model.now()).toUTCString(),
    affectedEntities: [{ entityValue: "db-1" }],
  });

/** What AWS says of itself, beside what tools report. */
export const foreignReport = (random: Random, model: Model): Operation =>
  random.weighted([
    [3, alarm],
    [1, health],
  ])(random, model);
