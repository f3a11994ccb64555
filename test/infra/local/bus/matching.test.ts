import { roleArn, roleWith } from "../support/assembly.ts";
import { bus2, event, rule, ruleNamed, target, things, toDead, toMain, world } from "../support/bus-world.ts";
import { allow, busArn, type Json, maySend, queueArn } from "../support/messaging.ts";

describe("an event bus", () => {
  test("has sent an event to the queues of every rule that matches when put returns", () => {
    const { bus, bodies } = world([
      ...toMain({ EventPattern: { "detail-type": ["ThingMade.v1"], detail: { name: ["x"] } } }),
      rule("Second", { Targets: [target(queueArn("Dead"))] }),
      maySend("Dead", ruleNamed("Second")),
      rule("OtherDetail", { EventPattern: { detail: { name: ["y"] } }, Targets: [target(queueArn("Main"))] }),
      rule("OtherSource", { EventPattern: { source: ["else"] }, Targets: [target(queueArn("Main"))] }),
    ]);
    bus.put(things, event());
    expect(bodies("Main")).toEqual([event()]);
    expect(bodies("Dead")).toEqual([event()]);
    expect(bus.pending()).toBe(0);
  });

  test.each([
    ["a rule that is switched off", { State: "DISABLED" }, things],
    ["a rule of another bus", { EventBusName: "default" }, things],
    ["an event on another bus", {}, busArn("default")],
  ])("does nothing for %s", (_, properties, put) => {
    const { bus, queues } = world(toMain(properties));
    bus.put(put, event());
    expect(queues.size(queueArn("Main"))).toBe(0);
  });

  test("finds rules by every way of naming source and detail-type, each once", () => {
    const patterns: readonly Json[] = [
      { source: ["test.things"] },
      { source: ["else", "test.things", "test.things"], "detail-type": ["ThingMade.v1", "Other"] },
      { source: [{ prefix: "test." }] },
      { "detail-type": [{ suffix: ".v1" }, "ThingMade.v1"] },
      { detail: { name: [{ exists: true }] } },
      { $or: [{ source: ["test.things"] }, { "detail-type": ["None"] }] },
      { source: ["*"] },
      { source: ["else"], "detail-type": ["ThingMade.v1"] },
    ];
    const { bus, bodies } = world(
      patterns.flatMap((EventPattern, index) => [
        rule(`Rule${index}`, { EventPattern, Targets: [target(queueArn("Main"), { Input: String(index) })] }),
        maySend("Main", ruleNamed(`Rule${index}`)),
      ]),
    );
    bus.put(things, event());
    expect(bodies("Main").sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test.each([
    ["a constant", { Input: '{"a":1}' }, { a: 1 }],
    ["a part of the event", { InputPath: "$.detail.name" }, "x"],
    ["the whole event by path", { InputPath: "$" }, event()],
    ["a part that is missing", { InputPath: "$.detail.nothing.at.all" }, null],
  ])("gives a target %s when asked to", (_, more, expected) => {
    const { bus, bodies } = world(toMain({}, more));
    bus.put(things, event());
    expect(bodies("Main")).toEqual([expected]);
  });

  test("a bus that does not exist is refused by its EventBridge code", () => {
    const { bus } = world([]);
    expect(() => bus.put(busArn("Nowhere"), event())).toThrow(
      expect.objectContaining({ code: "ResourceNotFoundException" }),
    );
  });

  test("remembers the last eight thousand events without their content", () => {
    const { bus } = world(toMain());
    for (let n = 0; n < 8050; n++) bus.put(things, event({ id: `id ${n}` }));
    bus.put(busArn("default"), event({ id: "last" }));
    const recent = bus.recent();
    expect(recent).toHaveLength(8000);
    expect(recent[0]).toEqual({
      time: event().time,
      bus: "Things",
      source: "test.things",
      type: "ThingMade.v1",
      id: "id 51",
      targets: 1,
    });
    expect(recent.at(-1)).toMatchObject({ bus: "default", id: "last", targets: 0 });
  });

  test("passes events on to another bus with the role of the target", () => {
    const { bus, bodies } = world([
      bus2(),
      rule("Pass", { Targets: [target(busArn("Second"), { RoleArn: roleArn("Passer") })] }),
      roleWith("Passer", allow("events:PutEvents", busArn("Second"))),
      { ...rule("Rule", { EventBusName: busArn("Second"), Targets: [target(queueArn("Main"))] }) },
      maySend("Main", ruleNamed("Rule")),
    ]);
    bus.put(things, event());
    expect(bodies("Main")).toEqual([event()]);
  });

  test("buses that feed each other end in the dead-letter queue instead of never", () => {
    const { bus, bodies, queues } = world([
      rule("Circle", { Targets: [target(things, { RoleArn: roleArn("Passer"), ...toDead })] }),
      roleWith("Passer", allow("events:PutEvents", things)),
      maySend("Dead", ruleNamed("Circle")),
    ]);
    bus.put(things, event());
    expect(bodies("Dead")).toEqual([event()]);
    expect(queues.peek(queueArn("Dead"), 1)[0]?.attributes).toMatchObject({
      ERROR_MESSAGE: expect.stringContaining("too many buses"),
    });
    expect(bus.pending()).toBe(0);
  });
});
