import type { IncomingMessage } from "node:http";
import type { Reply } from "./reply.ts";

export type Cors = {
  /** Answers a preflight request; undefined for any other. */
  readonly preflight: (request: IncomingMessage) => Reply | undefined;
  /** Replaces what the function says about CORS, as API Gateway does once it is configured. */
  readonly apply: (reply: Reply, origin: string | undefined) => Reply;
};

type Configuration = {
  readonly AllowOrigins?: readonly string[];
  readonly AllowMethods?: readonly string[];
  readonly AllowHeaders?: readonly string[];
  readonly ExposeHeaders?: readonly string[];
  readonly AllowCredentials?: boolean;
  readonly MaxAge?: number;
};

const isAllowed = (allowed: string, origin: string): boolean =>
  allowed === "*" ||
  allowed === origin ||
  (/^https?:\/\/\*$/.test(allowed) && origin.startsWith(allowed.slice(0, -1)));

const listHeader = (name: string, values: readonly string[] | undefined): Readonly<Record<string, string>> =>
  values === undefined || values.length === 0 ? {} : { [name]: values.join(",") };

const withoutCors = (headers: Reply["headers"]): Reply["headers"] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith("access-control-")));

/** No configuration: everything is left to the functions. */
const passThrough: Cors = { preflight: () => undefined, apply: (reply) => reply };

/** CORS as the Api resource configures it. */
export const createCors = (configuration: Configuration | undefined): Cors => {
  if (configuration === undefined) return passThrough;
  const { AllowOrigins: origins = [], AllowCredentials: credentials = false, MaxAge: maxAge } = configuration;
  const anyOrigin = origins.includes("*") && !credentials;
  const exposed = listHeader("access-control-expose-headers", configuration.ExposeHeaders);

  const grant = (origin: string | undefined): Readonly<Record<string, string>> | undefined => {
    if (origin === undefined || !origins.some((allowed) => isAllowed(allowed, origin))) return undefined;
    return {
      "access-control-allow-origin": anyOrigin ? "*" : origin,
      ...(anyOrigin ? {} : { vary: "origin" }),
      ...(credentials ? { "access-control-allow-credentials": "true" } : {}),
    };
  };
  const preflightHeaders = {
    ...listHeader("access-control-allow-methods", configuration.AllowMethods),
    ...listHeader("access-control-allow-headers", configuration.AllowHeaders),
    ...(maxAge === undefined ? {} : { "access-control-max-age": String(maxAge) }),
  };

  return {
    preflight: ({ method, headers }) => {
      if (method !== "OPTIONS" || headers.origin === undefined) return undefined;
      if (headers["access-control-request-method"] === undefined) return undefined;
      const granted = grant(headers.origin);
      return {
        status: 204,
        headers: granted === undefined ? {} : { ...granted, ...preflightHeaders },
        body: "",
      };
    },
    apply: (reply, origin) => {
      const headers = withoutCors(reply.headers);
      const granted = grant(origin);
      if (granted === undefined) return { ...reply, headers };
      const vary = [headers.vary, granted.vary].filter((each) => each !== undefined).join(", ");
      return { ...reply, headers: { ...headers, ...granted, ...exposed, ...(vary === "" ? {} : { vary }) } };
    },
  };
};
