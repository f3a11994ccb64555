/** Takes one request's worth from the bucket; false when it is empty. */
export type Throttle = () => boolean;

/** A token bucket, as API Gateway throttles a stage: `rate` a second on average, `burst` at once. */
export const createThrottle = (rate: number, burst: number, monotonicMs: () => number): Throttle => {
  let tokens = burst;
  let filledAt = monotonicMs();
  return () => {
    const now = monotonicMs();
    tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * rate);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};

type Settings = { readonly ThrottlingRateLimit?: number; readonly ThrottlingBurstLimit?: number };
type StageProperties = {
  readonly DefaultRouteSettings?: Settings;
  readonly RouteSettings?: Readonly<Record<string, Settings>>;
};

const fromSettings = (settings: Settings | undefined, monotonicMs: () => number): Throttle | undefined => {
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = settings ?? {};
  if (rate === undefined && burst === undefined) return undefined;
  // Where only one is given, AWS takes the account's limit for the other: 10,000 a second, 5,000 at once.
  return createThrottle(rate ?? 10_000, burst ?? 5_000, monotonicMs);
};

/** The stage's throttle for each route: its own settings, or a bucket that all other routes share. */
export const stageThrottles = (
  stage: StageProperties | undefined,
  monotonicMs: () => number,
): ((routeKey: string) => Throttle | undefined) => {
  const shared = fromSettings(stage?.DefaultRouteSettings, monotonicMs);
  const own = new Map(
    Object.entries(stage?.RouteSettings ?? {}).map(([key, settings]) => [
      key,
      fromSettings(settings, monotonicMs),
    ]),
  );
  return (routeKey) => own.get(routeKey) ?? shared;
};
