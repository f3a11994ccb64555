import { deniedTargets } from "../../../../infra/local/bus.ts";
import { roleArn, roleWith } from "../support/assembly.ts";
import { event, rule, ruleNamed, target, things, toDead, toMain, world } from "../support/bus-world.ts";
import { type Described, type Json, maySend, queueArn } from "../support/messaging.ts";

describe("a target that may not be reached", () => {
  const denied = (more: Json, ...others: readonly Described[]) =>
    world([
      rule("Rule", { Targets: [target(queueArn("Main"), more)] }),
      maySend("Main", ruleNamed("AnotherRule")),
      ...others,
    ]);

  test("sends the event to the dead-letter queue at once, with the reasons that AWS writes", () => {
    const { bus, queues } = denied(toDead, maySend("Dead", ruleNamed("Rule")));
    bus.put(things, event());
    expect(queues.size(queueArn("Main"))).toBe(0);
    const [letter] = queues.peek(queueArn("Dead"), 5);
    expect(JSON.parse(letter?.body ?? "")).toEqual(event());
    expect(letter?.attributes).toEqual({
      RULE_ARN: ruleNamed("Rule"),
      TARGET_ARN: queueArn("Main"),
      ERROR_CODE: "NO_PERMISSIONS",
      ERROR_MESSAGE: expect.stringContaining("sqs:SendMessage"),
      RETRY_ATTEMPTS: "0",
    });
    expect(bus.pending()).toBe(0);
  });

  test.each([
    [
      "there is no dead-letter queue",
      {},
      "event is lost: not delivered, and its rule has no dead-letter queue",
    ],
    [
      "the dead-letter queue may not be reached either",
      toDead,
      "event is lost: its rule may not send to its dead-letter queue",
    ],
  ])("loses the event with an error in the log when %s", (_, more, message) => {
    const { bus, lines } = denied(more);
    bus.put(things, event());
    expect(lines).toMatchObject([
      { level: "error", message, fields: { rule: ruleNamed("Rule"), event: event().id } },
    ]);
  });

  test("a role that is named but may not is no way around", () => {
    const { bus, queues } = denied(
      { RoleArn: roleArn("Weak"), ...toDead },
      roleWith("Weak"),
      maySend("Dead", ruleNamed("Rule")),
    );
    bus.put(things, event());
    expect(queues.peek(queueArn("Dead"), 1)[0]?.attributes.ERROR_CODE).toBe("NO_PERMISSIONS");
  });

  test("is named before anything runs", () => {
    const { assembly, authority } = denied(toDead);
    const found = deniedTargets(assembly, authority).join("\n");
    expect(found).toContain(queueArn("Main"));
    expect(found).toContain(queueArn("Dead"));
    const good = world(toMain({}, toDead));
    expect(deniedTargets(good.assembly, good.authority)).toEqual([]);
  });
});
