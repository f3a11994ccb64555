import * as z from "zod";

/** What every function of a service is told by its environment; CDK writes exactly these variables. */
export const FunctionEnvironment = z.object({
  /** Name of the service (also the Powertools service name). */
  SERVICE: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  /**
   * JSON: group in the token to roles and teams, such as `{"it-desk":{"roles":["agent"],"teams":["service-desk"]}}`.
   * Groups that are not listed count by their own name: `role:agent`, `team:network`.
   */
  GROUPS: z.string().default("{}"),
  /** JSON: requests in ten seconds, such as `{"people":100,"integrations":1000}`. */
  REQUEST_LIMITS: z.string().default("{}"),
  /** Where an Amazon OpenSearch domain answers, for services that search with it when there is one. */
  SEARCH_ENDPOINT: z.url().optional(),
});

/** What the publisher is told. */
export const PublisherEnvironment = z.object({
  SERVICE: z.string().min(1),
  BUS_NAME: z.string().min(1),
});
