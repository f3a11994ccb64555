import { Duration } from "aws-cdk-lib";

type AlarmKind = {
  /** First words of the alarm's description: what is wrong, for somebody who was asleep. */
  readonly says: string;
  /** Rings when the value is at or above this. */
  readonly threshold: number;
  readonly period: Duration;
  /** Periods in a row. */
  readonly periods: number;
};

/**
 * Every way the system asks for help. The key is the anchor of the section in docs/operations.md that says
 * what to do; a test holds the two together.
 */
export const alarmKinds = {
  "function-errors": {
    says: "A function failed on a defect (not on a request it refuses).",
    threshold: 1,
    period: Duration.minutes(1),
    periods: 1,
  },
  "function-throttles": {
    says: "AWS turned invocations away: the account's concurrency is used up.",
    threshold: 1,
    period: Duration.minutes(1),
    periods: 1,
  },
  "api-5xx": {
    says: "People got a 5xx answer from the API.",
    threshold: 1,
    period: Duration.minutes(1),
    periods: 1,
  },
  "dead-letters": {
    says: "Events could not be delivered or handled and wait in the dead-letter queue.",
    threshold: 1,
    period: Duration.minutes(1),
    periods: 1,
  },
  "unpublished-events": {
    says: "Events of committed changes were given up on and did not reach the bus.",
    threshold: 1,
    period: Duration.minutes(1),
    periods: 1,
  },
  "missed-runs": {
    says: "A scheduled run could not be started.",
    threshold: 1,
    period: Duration.minutes(1),
    periods: 1,
  },
  // Five minutes in a row of records older than five minutes: a deployment or a short outage heals itself.
  "iterator-age": {
    says: "Events of committed changes wait too long before they are published.",
    threshold: Duration.minutes(5).toMilliseconds(),
    period: Duration.minutes(1),
    periods: 5,
  },
  // Past three attempts (visibility time-out of 3 minutes each): no hiccup any more, not yet a dead letter.
  "queue-age": {
    says: "Events wait too long before the service handles them.",
    threshold: Duration.minutes(10).toSeconds(),
    period: Duration.minutes(1),
    periods: 5,
  },
} as const satisfies Readonly<Record<string, AlarmKind>>;

export type AlarmName = keyof typeof alarmKinds;
