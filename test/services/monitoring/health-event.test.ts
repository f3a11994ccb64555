import { readFileSync } from "node:fs";
import { HealthEventCame, healthReport } from "../../../services/monitoring/forms/health-event.ts";
import { defaultSettings, meaningOf } from "../../../services/monitoring/settings.ts";
import { alertIdOf } from "../../../services/monitoring/signal.ts";

/** As AWS documents the event; `more` overrides what it says. */
const received = (more: object = {}, account = "111122223333") => ({
  id: "4f4ccd1a-0000-4a5c-8a4f-3d3e0a3e7b11",
  source: "aws.health",
  "detail-type": "AWS Health Event",
  account,
  region: "us-west-2",
  time: "2024-02-22T02:00:00Z",
  detail: HealthEventCame.detail.parse({
    eventArn: "arn:aws:health:us-east-1::event/EC2/AWS_EC2_OPERATIONAL_ISSUE/AWS_EC2_OPERATIONAL_ISSUE_1",
    service: "EC2",
    eventTypeCode: "AWS_EC2_OPERATIONAL_ISSUE",
    eventTypeCategory: "issue",
    eventScopeCode: "PUBLIC",
    communicationId: "a76afee0829c473703943fe5e2edd04cb91c6051-1",
    startTime: "Thu, 22 Feb 2024 01:49:40 GMT",
    lastUpdatedTime: "Thu, 22 Feb 2024 01:59:38 GMT",
    statusCode: "open",
    eventRegion: "us-east-1",
    eventDescription: [{ language: "en_US", latestDescription: "Increased\nerror rates" }],
    affectedEntities: [{ entityValue: "i-1", status: "IMPAIRED" }, { entityValue: "i-1" }, {}],
    affectedAccount: "111122223333",
    page: "1",
    totalPages: "1",
    ...more,
  }) as never,
});

describe("an AWS Health event", () => {
  test("that is open fires, about the entities it names, since it was updated", () => {
    expect(healthReport(received())).toMatchObject({
      source: "aws.health",
      check: "AWS_EC2_OPERATIONAL_ISSUE",
      state: "firing",
      severity: "issue",
      summary: "EC2 in us-east-1: Increased error rates",
      ciIds: ["i-1"],
      occurredAt: "2024-02-22T01:59:38.000Z",
      labels: { account: "111122223333", region: "us-east-1" },
    });
  });

  test("that is closed recovers the alert that its opening raised", () => {
    const [open, closed] = [healthReport(received()), healthReport(received({ statusCode: "closed" }))];
    expect(closed.state).toBe("recovered");
    expect(alertIdOf(closed)).toBe(alertIdOf(open));
  });

  test("without a status, as older ones are, is over once it has ended", () => {
    const state = (endTime?: string) => healthReport(received({ statusCode: undefined, endTime })).state;
    expect(state("Thu, 22 Feb 2024 01:55:00 GMT")).toBe("recovered");
    expect(state("Thu, 22 Feb 2024 03:00:00 GMT")).toBe("firing");
    expect(state()).toBe("firing");
  });

  test("of another account is another alert; its copy from the backup region is the same", () => {
    const other = healthReport(received({ affectedAccount: undefined }, "999999999999"));
    const copy = healthReport({ ...received(), region: "us-east-1", id: "another" });
    expect(alertIdOf(other)).not.toBe(alertIdOf(healthReport(received())));
    expect(alertIdOf(copy)).toBe(alertIdOf(healthReport(received())));
  });

  test("opens an incident when it is an issue, and none when it is a notice", () => {
    const opens = (category: string) => meaningOf(defaultSettings, category).opensIncident;
    expect(["issue", "scheduledChange", "accountNotification"].map(opens)).toEqual([true, false, false]);
  });

  test.each(["cwe_057.json", "cwe_082.json", "cwe_018.json"])(
    "is not what another AWS service says: %s",
    (file) => {
      const { detail } = JSON.parse(readFileSync(`../shared/data/aws-events/docs/${file}`, "utf8"));
      expect(HealthEventCame.detail.safeParse(detail).success).toBe(false);
    },
  );
});
