import { readFileSync } from "node:fs";
import { alarmReport, CloudWatchAlarmChanged } from "../../../services/monitoring/forms/cloudwatch-alarm.ts";
import { alertIdOf } from "../../../services/monitoring/signal.ts";

type Sample = {
  readonly accountId: string;
  readonly region: string;
  readonly alarmArn: string;
  readonly alarmData: { readonly state: object } & Readonly<Record<string, unknown>>;
};
const sample = (name: string): Sample =>
  JSON.parse(readFileSync(`../shared/data/aws-events/lambda/cloudWatchAlarmEvent${name}.json`, "utf8"));

/** The same alarm as EventBridge brings it: `alarmData` is the event's detail. */
const eventOf = ({ accountId: account, region, alarmArn, alarmData }: Sample, state: object = {}) => ({
  version: "0",
  id: "c4c1c1c9-6542-e61b-6ef0-8c4d36933a92",
  source: "aws.cloudwatch",
  "detail-type": "CloudWatch Alarm State Change",
  account,
  region,
  time: "2024-02-17T11:53:08Z",
  resources: [alarmArn],
  detail: CloudWatchAlarmChanged.detail.parse({
    ...alarmData,
    state: { ...alarmData.state, ...state },
  }) as never,
});
const ignoring = { insufficientData: "ignore" } as const;
const single = sample("SingleMetric");
const composite = sample("CompositeMetric");

describe("a CloudWatch alarm", () => {
  test.each([
    ["ALARM", "firing"],
    ["OK", "recovered"],
  ])("in state %s is %s since the state's own time", (value, state) => {
    expect(alarmReport(eventOf(single, { value }), ignoring)).toMatchObject({
      source: "aws.cloudwatch",
      resource: "123456789012/eu-west-1",
      check: "Test alert",
      state,
      occurredAt: "2024-02-17T11:53:08.431Z",
    });
  });

  test.each([
    ["ignore", undefined],
    ["firing", "firing"],
    ["recovered", "recovered"],
  ] as const)("without data is what the settings say: %s", (insufficientData, state) => {
    const report = alarmReport(eventOf(single, { value: "INSUFFICIENT_DATA" }), { insufficientData });
    expect(report?.state).toBe(state);
  });

  test("that is composite is one like others, but while its actions are suppressed it says nothing", () => {
    expect(alarmReport(eventOf(composite), ignoring)).toMatchObject({
      check: "CompositeDemo.Main",
      state: "firing",
    });
    expect(alarmReport(eventOf(composite, { actionsSuppressedBy: "WaitPeriod" }), ignoring)).toBeUndefined();
    const over = alarmReport(eventOf(composite, { actionsSuppressedBy: "Alarm", value: "OK" }), ignoring);
    expect(over?.state).toBe("recovered");
  });

  test("names the resources of its metrics as configuration items", () => {
    const metric = { metricStat: { metric: { dimensions: { InstanceId: "i-12345678901234567" } } } };
    const alarm = {
      ...single,
      alarmData: { ...single.alarmData, configuration: { metrics: [metric, metric] } },
    };
    expect(alarmReport(eventOf(alarm), ignoring)?.ciIds).toEqual(["i-12345678901234567"]);
  });

  test("of the same name in another account or region is another alert", () => {
    const ids = [single, { ...single, accountId: "999999999999" }, { ...single, region: "us-east-1" }].map(
      (each) => {
        const report = alarmReport(eventOf(each), ignoring);
        return report && alertIdOf(report);
      },
    );
    expect(new Set(ids).size).toBe(3);
  });

  test.each([
    {},
    { state: { value: "ALARM" } },
    { alarmName: "x", state: { value: "BROKEN", timestamp: "" } },
  ])("of a form that nobody knows is not read: %j", (detail) => {
    expect(CloudWatchAlarmChanged.detail.safeParse(detail).success).toBe(false);
  });
});
