import { createThrottle, stageThrottles } from "../../../../infra/local/http-api/throttle.ts";

describe("a throttle", () => {
  let time = 0;
  const monotonicMs = () => time;
  const taken = (throttle: () => boolean, tries: number) =>
    Array.from({ length: tries }, throttle).filter(Boolean).length;

  it("lets a burst through at once and then only its rate", () => {
    const throttle = createThrottle(10, 5, monotonicMs);
    expect(taken(throttle, 20)).toBe(5);
    time += 300;
    expect(taken(throttle, 20)).toBe(3);
    time += 60_000;
    expect(taken(throttle, 20)).toBe(5);
  });

  it("of one route leaves the others alone, which share the stage's", () => {
    const throttleOf = stageThrottles(
      {
        DefaultRouteSettings: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 3 },
        RouteSettings: { "GET /one": { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 } },
      },
      monotonicMs,
    );
    const count = (key: string) => taken(throttleOf(key) ?? (() => true), 5);
    expect([count("GET /one"), count("GET /two"), count("GET /three")]).toEqual([1, 3, 0]);
  });

  it("does not exist where the stage sets none", () => {
    expect(stageThrottles({}, monotonicMs)("GET /one")).toBeUndefined();
  });
});
