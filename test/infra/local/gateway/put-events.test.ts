import { PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { type GatewayWorld, startGatewayWorld } from "../support/gateway-world.ts";

const entry: PutEventsRequestEntry = {
  EventBusName: "fixture",
  Source: "fixture.thing",
  DetailType: "Made.v1",
  Detail: '{"a":1}',
};

describe("PutEvents through the gateway", () => {
  let world: GatewayWorld;
  beforeAll(async () => {
    world = await startGatewayWorld();
  });
  afterAll(() => world.stop());
  const put = (...entries: PutEventsRequestEntry[]) =>
    world.events("publisher").send(new PutEventsCommand({ Entries: entries }));

  it("gives the bus the event as rules see it", async () => {
    const { FailedEntryCount, Entries } = await put({
      ...entry,
      Time: new Date("2026-01-02T03:04:05.678Z"),
      Resources: ["r"],
    });
    expect(FailedEntryCount).toBe(0);
    expect(world.put.at(-1)).toEqual({
      bus: "arn:aws:events:us-east-1:000000000000:event-bus/fixture",
      event: {
        version: "0",
        id: Entries?.[0]?.EventId,
        "detail-type": "Made.v1",
        source: "fixture.thing",
        account: "000000000000",
        time: "2026-01-02T03:04:05Z",
        region: "us-east-1",
        resources: ["r"],
        detail: { a: 1 },
      },
    });
  });

  it("stamps an event without time with the virtual clock", async () => {
    world.clock.moveTo(Date.parse("2030-06-01T00:00:00Z"));
    await put(entry);
    expect(world.put.at(-1)?.event.time.slice(0, 10)).toBe("2030-06-01");
  });

  it("takes the good entries of a call and says which are bad", async () => {
    const before = world.put.length;
    const { FailedEntryCount, Entries } = await put(
      { ...entry, Detail: "no json" },
      entry,
      { ...entry, Source: "" },
      { ...entry, Detail: "[1]" },
      { ...entry, Source: "aws.ec2" },
      { ...entry, DetailType: "x".repeat(129) },
    );
    expect(FailedEntryCount).toBe(5);
    expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      "MalformedDetail",
      undefined,
      "InvalidArgument",
      "MalformedDetail",
      "NotAuthorizedForSourceException",
      "InvalidArgument",
    ]);
    expect(world.put).toHaveLength(before + 1);
  });

  it("takes ten entries and one megabyte, and not more", async () => {
    await expect(put(...Array<PutEventsRequestEntry>(10).fill(entry))).resolves.toMatchObject({
      FailedEntryCount: 0,
    });
    await expect(put(...Array<PutEventsRequestEntry>(11).fill(entry))).rejects.toThrow("10");
    const large = { ...entry, Detail: JSON.stringify({ text: "x".repeat(600_000) }) };
    await expect(put(large)).resolves.toMatchObject({ FailedEntryCount: 0 });
    await expect(put(large, large)).rejects.toThrow("over the limit");
  });

  it("refuses a function whose role may not put on this bus", async () => {
    const call = world.events("api").send(new PutEventsCommand({ Entries: [entry] }));
    await expect(call).rejects.toMatchObject({ name: "AccessDeniedException" });
    await expect(put({ ...entry, EventBusName: "another" })).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
  });
});
