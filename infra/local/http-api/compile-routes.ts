import type { Clock } from "../parts.ts";
import type { ApiDefinition, RouteDefinition } from "./api-definition.ts";
import { createJwtAuthorizer, type JwtAuthorizer, type LocalIssuer } from "./jwt-authorizer.ts";
import { stageThrottles, type Throttle } from "./throttle.ts";

/** A route with everything it needs to judge a request. */
export type Route = RouteDefinition & {
  readonly parameters: readonly string[];
  readonly authorize: JwtAuthorizer | undefined;
  readonly throttle: Throttle | undefined;
};

/** Prepares the API's routes; routes of one authorizer share its verified tokens. */
export const compileRoutes = (
  api: ApiDefinition,
  issuer: LocalIssuer,
  clock: Clock,
  monotonicMs: () => number,
): readonly Route[] => {
  const throttleOf = stageThrottles(api.stage?.properties, monotonicMs);
  const authorizers = new Map<string, JwtAuthorizer>();
  return api.routes.map((route) => {
    const { authorizer } = route;
    if (authorizer !== undefined && !authorizers.has(authorizer.ref))
      authorizers.set(authorizer.ref, createJwtAuthorizer(authorizer, issuer, clock.now));
    return {
      ...route,
      parameters: [...route.path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = ""]) => name),
      authorize: authorizers.get(authorizer?.ref ?? ""),
      throttle: throttleOf(route.key),
    };
  });
};
