import type { Assembly, QueueCounts } from "../parts.ts";
import type { AlarmStatus } from "../status-page/snapshot.ts";

type Metric = (counts: QueueCounts) => number;

/** Metrics of queues; those of functions and of the API are sums over time that nobody keeps here. */
const metrics: Readonly<Record<string, Metric>> = {
  ApproximateNumberOfMessagesVisible: ({ visible }) => visible,
  ApproximateAgeOfOldestMessage: ({ visible, inFlight, delayed, oldestAgeMs }) =>
    visible + inFlight + delayed === 0 ? 0 : oldestAgeMs / 1000,
};

type Dimension = { readonly Name: string; readonly Value: string };

/** The template's alarms on queues: on AWS they would ring once the threshold was reached for long enough. */
export const alarmsOf = (assembly: Assembly, queues: readonly QueueCounts[]): readonly AlarmStatus[] =>
  assembly.ofType("AWS::CloudWatch::Alarm").flatMap(({ ref, properties }) => {
    const metric = properties.Namespace === "AWS/SQS" ? metrics[properties.MetricName] : undefined;
    const dimensions: readonly Dimension[] = properties.Dimensions ?? [];
    const queue = dimensions.find(({ Name }) => Name === "QueueName")?.Value;
    const counts = queues.find(({ name }) => name === queue);
    if (metric === undefined || counts === undefined) return [];
    const isRinging = metric(counts) >= Number(properties.Threshold);
    return [{ name: ref, description: String(properties.AlarmDescription ?? ""), isRinging }];
  });
