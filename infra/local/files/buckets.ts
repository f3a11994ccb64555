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

/** The buckets of the template, reached as browsers and functions reach them: by requests that carry their permission. */
export const createBuckets = ({ assembly, authority, clock, store, identify, log }: Options): Buckets => {
  const { region } = assembly.place;
  const buckets = new Map(assembly.ofType("AWS::S3::Bucket").map((each) => [each.ref, each]));
  const cors = new Map(
    [...buckets].map(([ref, each]): [string, BucketCors] => [ref, bucketCors(assembly, each)]),
  );
  const isOver = createLifecycle(assembly);

  const find = (bucket: string, key: string) => {
    const found = store.get(bucket, key);
    if (found === undefined || !isOver(found.meta, clock.now())) return found;
    store.remove(bucket, key);
    return undefined;
  };

  const may = (role: string, action: string, arn: string): boolean =>
    authority.roleMay(role, action, arn).allowed;

  const missing = (role: string, bucketArn: string): S3Failure =>
    may(role, "s3:ListBucket", bucketArn)
      ? new S3Failure(404, "NoSuchKey", "The specified key does not exist.")
      : accessDenied();

  const put = async (request: IncomingMessage, bucket: string, key: string): Promise<Reply> => {
    const { headers } = request;
    if (headers["content-length"] === undefined)
      throw new S3Failure(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    const bytes = await readBody(request, mostBytes);
    if (bytes === undefined) throw new S3Failure(400, "EntityTooLarge", "Your proposed upload is too large");
    const object = objectFrom(bucket, key, headers, bytes, clock.now());
    // Looked at when all bytes are here: of two that are sent at once one is the first.
    if (headers["if-none-match"] === "*" && find(bucket, key) !== undefined)
      throw new S3Failure(
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
      );
    store.put(object);
    return putReply(object);
  };

  const answer = async (request: IncomingMessage, url: URL, bucket: string, key: string): Promise<Reply> => {
    const { method = "GET", headers } = request;
    const query = url.searchParams;
    const bucketArn = buckets.get(bucket)?.arn;
    if (bucketArn === undefined)
      throw new S3Failure(404, "NoSuchBucket", "The specified bucket does not exist");
    const signed = { method, path: url.pathname, query, headers };
    const at = { region, now: clock.now() };
    const holder = identify(verifyPresigned(signed, (accessKey) => identify(accessKey)?.secret, at));
    const role = holder?.roleArn ?? "";
    const { name, actions } = operationOf(method, query, headers);
    if (!actions.every((action) => may(role, action, `${bucketArn}/${key}`))) {
      log("warn", "a role may not do this in a bucket", { role, actions, bucket, key });
      throw accessDenied();
    }
    if (name === "put") return put(request, bucket, key);
    const object = find(bucket, key);
    if (name === "remove") {
      store.remove(bucket, key);
      return { status: 204, headers: {}, body: "" };
    }
    if (object === undefined) throw missing(role, bucketArn);
    if (name === "get" || name === "head") return objectReply(object, query, headers);
    store.put({ ...object, meta: { ...object.meta, tags: {} } });
    return { status: 204, headers: {}, body: "" };
  };

  const preflight = ({ headers }: IncomingMessage, bucket: string): Reply => {
    const method = String(headers["access-control-request-method"] ?? "");
    const granted = cors.get(bucket)?.(headers.origin, method, askedHeaders(headers));
    if (granted === undefined)
      throw new S3Failure(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.");
    return { status: 200, headers: granted, body: "" };
  };

  const failed = (error: unknown): Reply => {
    if (!(error instanceof S3Failure)) {
      log("error", "a request to a bucket broke", { error: String(error) });
      return { status: 500, headers: {}, body: "" };
    }
    return { status: error.status, headers: { "content-type": "application/xml" }, body: failureXml(error) };
  };

  const handle: RequestListener = (request, response) => {
    const url = new URL(request.url ?? "/", "http://local");
    const [, , bucket = "", ...rest] = url.pathname.split("/");
    const work =
      request.method === "OPTIONS"
        ? async () => preflight(request, bucket)
        : () => answer(request, url, bucket, decodeURIComponent(rest.join("/")));
    void work()
      .catch(failed)
      .then((reply) => {
        const granted = cors.get(bucket)?.(request.headers.origin, request.method ?? "", []) ?? {};
        const headers = { ...granted, ...reply.headers };
        writeReply(response, { ...reply, headers }, randomUUID(), clock.now());
      });
  };

  const objects = () => store.list().filter((meta) => !isOver(meta, clock.now()));
  return { handle, objects };
};
