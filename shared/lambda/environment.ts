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
});

/** What the functions of a service that searches are told besides. */
export const SearchEnvironment = z.object({
  /** Where an Amazon OpenSearch domain answers; empty where the service's own index does. */
  SEARCH_ENDPOINT: z.union([z.url(), z.literal("")]).default(""),
});

/** What the functions of a service that signs are told besides. */
export const SigningEnvironment = z.object({
  /** ARN of the key in AWS KMS. */
  SIGNING_KEY: z.string().min(1),
});

/** What the functions of a service that keeps files are told besides. */
export const FilesEnvironment = z.object({
  FILES_BUCKET: z.string().min(1),
  /** The bucket's own address, without `https://`. */
  FILES_HOST: z.string().min(1),
  /** JSON: which files are taken, such as `{"mostMegabytes":10}`; what it does not name is as usual. */
  FILE_RULES: z.string().default("{}"),
});

/** What the publisher is told. */
export const PublisherEnvironment = z.object({
  SERVICE: z.string().min(1),
  BUS_NAME: z.string().min(1),
});
