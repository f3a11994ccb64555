import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import type { Identify } from "../gateway/callers.ts";
import { type Reply, writeReply } from "../http-api/reply.ts";
import { readBody } from "../http-api/request-body.ts";
import type { Authority, Clock, Log } from "../parts.ts";
import type { LoadedAssembly } from "../template/loaded-assembly.ts";
import { askedHeaders, type BucketCors, bucketCors } from "./bucket-cors.ts";
import { createLifecycle } from "./lifecycle.ts";
import type { ObjectMeta, ObjectStore } from "./object-store.ts";
import { objectFrom, objectReply, operationOf, putReply } from "./operations.ts";
import { verifyPresigned } from "./presigned.ts";
import { accessDenied, failureXml, S3Failure } from "./s3-failure.ts";

/** Where buckets are on the cloud's own address; functions hear it as the SDK's address of S3. */
export const bucketsPath = "/_s3";

type Options = {
  readonly assembly: LoadedAssembly;
  readonly authority: Authority;
  readonly clock: Pick<Clock, "now">;
  readonly store: ObjectStore;
  readonly identify: Identify;
  readonly log: Log;
};

export type Buckets = {
  readonly handle: RequestListener;
  /** Everything that is there now. */
  readonly objects: () => readonly ObjectMeta[];
};

/** More than S3 takes in one request would not fit this process; 5 GB are S3's own limit. */
const mostBytes = 1024 * 1024 * 1024;

/** A request to one object of a bucket that is there. */
type Asked = {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly bucket: string;
  readonly bucketArn: string;
  readonly key: string;
};

/** Answers requests to objects: who asks, whether they may, and then what they ask for. */
const createAnswers = ({ assembly, authority, clock, store, identify, log }: Options) => {
  const isOver = createLifecycle(assembly);
  const isThere = (meta: ObjectMeta): boolean => !isOver(meta, clock.now());
  const may = (role: string, action: string, arn: string): boolean =>
    authority.roleMay(role, action, arn).allowed;

  const find = ({ bucket, key }: Asked) => {
    const found = store.get(bucket, key);
    if (found === undefined || isThere(found.meta)) return found;
    store.remove(bucket, key);
    return undefined;
  };

  /** The role in whose name it is asked, for what it asks. */
  const admitted = ({ request: { method = "GET", headers }, url, bucketArn, key }: Asked) => {
    const signed = { method, path: url.pathname, query: url.searchParams, headers };
    const at = { region: assembly.place.region, now: clock.now() };
    const accessKey = verifyPresigned(signed, (each) => identify(each)?.secret, at);
    const role = identify(accessKey)?.roleArn ?? "";
    const { name, actions } = operationOf(method, url.searchParams, headers);
    if (!actions.every((action) => may(role, action, `${bucketArn}/${key}`))) {
      log("warn", "a role may not do this in a bucket", { role, actions, bucketArn, key });
      throw accessDenied();
    }
    return { role, name };
  };

  const put = async (asked: Asked): Promise<Reply> => {
    const { request, bucket, key } = asked;
    const { headers } = request;
    if (headers["content-length"] === undefined)
      throw new S3Failure(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    const bytes = await readBody(request, mostBytes);
    if (bytes === undefined) throw new S3Failure(400, "EntityTooLarge", "Your proposed upload is too large");
    const object = objectFrom(bucket, key, headers, bytes, clock.now());
    // Looked at when all bytes are here: of two that are sent at once one is the first.
    if (headers["if-none-match"] === "*" && find(asked) !== undefined)
      throw new S3Failure(
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
      );
    store.put(object);
    return putReply(object);
  };

  const answer = async (asked: Asked): Promise<Reply> => {
    const { request, url, bucket, bucketArn, key } = asked;
    const { role, name } = admitted(asked);
    if (name === "put") return put(asked);
    const object = find(asked);
    if (name === "remove") store.remove(bucket, key);
    else if (object === undefined)
      throw may(role, "s3:ListBucket", bucketArn)
        ? new S3Failure(404, "NoSuchKey", "The specified key does not exist.")
        : accessDenied();
    else if (name === "untag") store.put({ ...object, meta: { ...object.meta, tags: {} } });
    else return objectReply(object, url.searchParams, request.headers);
    return { status: 204, headers: {}, body: "" };
  };
  return { answer, objects: () => store.list().filter(isThere) };
};

const keyIn = (parts: readonly string[]): string => {
  try {
    return decodeURIComponent(parts.join("/"));
  } catch {
    throw new S3Failure(400, "InvalidURI", "Couldn't parse the specified URI.");
  }
};

const preflight = ({ headers }: IncomingMessage, cors: BucketCors | undefined): Reply => {
  const method = String(headers["access-control-request-method"] ?? "");
  const granted = cors?.(headers.origin, method, askedHeaders(headers));
  if (granted === undefined)
    throw new S3Failure(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.");
  return { status: 200, headers: granted, body: "" };
};

const failed = (error: unknown, log: Log): Reply => {
  if (!(error instanceof S3Failure)) {
    log("error", "a request to a bucket broke", { error: String(error) });
    return { status: 500, headers: {}, body: "" };
  }
  return { status: error.status, headers: { "content-type": "application/xml" }, body: failureXml(error) };
};

/** The buckets of the template, reached as browsers and functions reach them: by requests that carry their permission. */
export const createBuckets = (options: Options): Buckets => {
  const { assembly, clock, log } = options;
  const { answer, objects } = createAnswers(options);
  const buckets = new Map(
    assembly
      .ofType("AWS::S3::Bucket")
      .map((each) => [each.ref, { arn: each.arn, cors: bucketCors(assembly, each) }]),
  );

  const reply = async (request: IncomingMessage): Promise<Reply> => {
    const url = new URL(request.url ?? "/", "http://local");
    const [, , bucket = "", ...rest] = url.pathname.split("/");
    const { arn: bucketArn, cors } = buckets.get(bucket) ?? {};
    const work = async (): Promise<Reply> => {
      if (bucketArn === undefined)
        throw new S3Failure(404, "NoSuchBucket", "The specified bucket does not exist");
      if (request.method === "OPTIONS") return preflight(request, cors);
      return answer({ request, url, bucket, bucketArn, key: keyIn(rest) });
    };
    const made = await work().catch((error: unknown) => failed(error, log));
    const granted = cors?.(request.headers.origin, request.method ?? "", []) ?? {};
    return { ...made, headers: { ...granted, ...made.headers } };
  };

  const handle: RequestListener = (request, response) =>
    void reply(request).then((made) => writeReply(response, made, randomUUID(), clock.now()));
  return { handle, objects };
};
