import type { Assembly, Authority, Decision } from "../parts.ts";
import { type ApiDefinition, apiDefinition, type RouteDefinition } from "./api-definition.ts";

/** Whether API Gateway may invoke a route's function, asked in the name of this very route as AWS does. */
export const mayInvoke = (
  authority: Authority,
  { id, account, region }: ApiDefinition,
  route: RouteDefinition,
  method: string,
): Decision => {
  const resource = route.method === undefined ? "$default" : `${method}${route.path}`;
  const sourceArn = `arn:aws:execute-api:${region}:${account}:${id}/$default/${resource}`;
  const caller = { service: "apigateway.amazonaws.com", sourceArn };
  return authority.serviceMay(caller, "lambda:InvokeFunction", route.functionArn);
};

/** Routes that would answer 500 to everybody, because their function lets nobody invoke it for them. */
export const deniedRoutes = (assembly: Assembly, authority: Authority): readonly string[] => {
  const api = apiDefinition(assembly);
  if (api === undefined) return [];
  return api.routes.flatMap((route) => {
    const decision = mayInvoke(authority, api, route, route.method ?? "ANY");
    return decision.allowed ? [] : [`route ${route.key}: ${decision.reason}`];
  });
};
