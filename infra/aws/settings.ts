import type { App } from "aws-cdk-lib";
import * as z from "zod";
import { RequestLimits } from "../../shared/access/request-limits.ts";
import { FileRules } from "../../shared/attachments/file-rules.ts";

/** `-c key=value` arrives as text, cdk.json as JSON: both are taken. */
const fromText = (value: unknown): unknown => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};
const json = <T extends z.ZodType>(schema: T) => z.preprocess(fromText, schema);

const Groups = z.record(
  z.string(),
  z.object({ roles: z.array(z.string()).default([]), teams: z.array(z.string()).default([]) }),
);

/** Days that CloudWatch Logs accepts as retention. */
const LogDays = z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653]);

/** Leaves room for a function's other variables. */
const mostGroups = 3500;

/** Everything that can be set with `cdk deploy -c key=value` or in the context of cdk.json. */
export const Settings = z
  .object({
    /** Prefix of every name, and the bus: two installations in one account need two. */
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,20}$/)
      .default("steward"),
    /** True for trials: everything, the records included, goes when the stacks are deleted. */
    ephemeral: json(z.boolean()).default(false),
    /** Days for which past events can be replayed from the bus. */
    archiveDays: json(z.int().min(1)).default(90),
    logDays: json(LogDays).default(90),
    /** OpenID Connect issuer whose tokens count; without it the app brings a Cognito user pool. */
    issuer: z.url({ protocol: /^https$/ }).optional(),
    /** Audiences (client ids) of that issuer. */
    audience: json(z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)])).optional(),
    /** Web origins that may call the API and to which signing in returns. */
    origins: json(z.array(z.url())).default([]),
    /** Further origins of the customer's issuer that browsers fetch tokens from, where it has several. */
    issuerOrigins: json(z.array(z.url({ protocol: /^https$/ }))).default([]),
    /** The portal's client id at the customer's issuer, where it is not the first audience. */
    portalClient: z.string().min(1).optional(),
    /** Name of the portal instead of CloudFront's own, with its certificate (in us-east-1). */
    portalDomain: z.hostname().optional(),
    portalCertificate: z
      .string()
      .regex(/^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/)
      .optional(),
    /** Programs that get an own client (id and secret) of the Cognito user pool; AWS charges for each. */
    integrations: json(z.array(z.string().regex(/^[a-z][a-z0-9-]*$/))).default([]),
    /** Group in the token to roles and teams, for issuers whose groups have their own names. */
    groups: json(Groups).default({}),
    /** Requests in ten seconds that one person, or one program, may send to one service. */
    requestLimits: json(RequestLimits).prefault({}),
    /** Which files may be attached to records, how large and how many. */
    files: json(FileRules).prefault({}),
    /** An Amazon OpenSearch domain that searches in the place of the own index, for larger estates. */
    search: json(
      z.object({
        endpoint: z.url({ protocol: /^https$/ }),
        domainArn: z.string().regex(/^arn:aws[a-z-]*:es:[a-z0-9-]+:\d{12}:domain\/[a-z0-9-]+$/),
      }),
    ).optional(),
    /** Where alarms are mailed to; more subscribers can be added to the topic at any time. */
    alarmEmail: z.email().optional(),
    /** What alarm descriptions link to. */
    runbook: z.string().default("docs/operations.md"),
  })
  .refine(({ issuer, audience }) => (issuer === undefined) === (audience === undefined), {
    error: "issuer and audience belong together: set both or neither",
  })
  .refine((all) => (all.portalDomain === undefined) === (all.portalCertificate === undefined), {
    error: "portalDomain and portalCertificate belong together: set both or neither",
  })
  .refine(({ groups }) => JSON.stringify(groups).length <= mostGroups, {
    path: ["groups"],
    error: `groups must be ${mostGroups} characters or less: a function's environment holds 4 kB`,
  });
export type Settings = z.output<typeof Settings>;

/** Reads the settings from CDK context; a wrong one stops the synthesis with its name and the reason. */
export const settingsOf = (app: App): Settings => {
  const given = Object.keys(Settings.shape).map((key) => [key, app.node.tryGetContext(key)]);
  const result = Settings.safeParse(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
  if (result.success) return result.data;
  throw new Error(`Wrong context:\n${z.prettifyError(result.error)}`);
};
