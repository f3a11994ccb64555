import type { IncomingMessage, ServerResponse } from "node:http";
import { deadLetters, redrive } from "./cloud/dead-letters.ts";
import { type DrainResult, drain } from "./cloud/drain.ts";
import type { Engine } from "./cloud/engine.ts";
import { isForeignEvent, putForeign } from "./cloud/foreign.ts";
import { referenceFile, referencePath } from "./cloud/reference.ts";
import { snapshot, statsOf } from "./cloud/snapshot.ts";
import { isLoopbackHost } from "./issuer/loopback.ts";
import { renderStatus } from "./status-page.ts";

/** Everything under here is about the local cloud itself and does not exist on AWS. */
export const controlPath = "/_local/";

type Reply = {
  readonly status: number;
  readonly type?: string;
  readonly location?: string;
  readonly body: Buffer | string;
};
type Form = Readonly<Record<string, unknown>>;

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: "application/json",
  body: `${JSON.stringify(value, null, 2)}\n`,
});
const refuse = (status: number, reason: string): Reply => json({ error: reason }, status);

/** No control request is larger; the limit keeps a stray upload out of memory. */
const maximumBodyBytes = 64 * 1024;
const defaultDrainMs = 30_000;

/** Another site's page could send a request from the user's browser, which would say so. */
const isForeign = ({ headers }: IncomingMessage): boolean => {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  if (origin !== undefined && origin !== `http://${host}`) return true;
  return site !== undefined && site !== "same-origin" && site !== "none";
};

const readForm = async (request: IncomingMessage): Promise<Form> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maximumBodyBytes) throw new SyntaxError("the request is too large");
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  const parsed: unknown = JSON.parse(text === "" ? "{}" : text);
  if (typeof parsed !== "object" || parsed === null)
    throw new SyntaxError("the request must be a JSON object");
  return parsed as Form;
};

const clockReply = ({ clock }: Engine): Reply =>
  json({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offset() });

const moveClock = (engine: Engine, { now }: Form): Reply => {
  const time = Date.parse(String(now));
  if (Number.isNaN(time)) return refuse(400, 'say {"now": "2026-01-31T12:00:00Z"}');
  engine.clock.moveTo(time);
  return clockReply(engine);
};

const setCapacity = (engine: Engine, { on, reset }: Form): Reply => {
  const { capacity } = engine.gateway;
  if (reset === true) capacity.reset();
  if (typeof on === "boolean") capacity.switchTo(on);
  return capacityReply(engine);
};

const capacityReply = ({ gateway: { capacity } }: Engine): Reply =>
  json({ on: capacity.isOn(), lines: capacity.lines() });

const switchQueue = ({ switchQueue: switchTo }: Engine, { arn, enabled }: Form): Reply => {
  if (typeof enabled !== "boolean") return refuse(400, 'say {"arn": "arn:aws:sqs:...", "enabled": false}');
  return switchTo(String(arn), enabled)
    ? json({ enabled })
    : refuse(400, "no function reads a queue of this arn");
};

const redriveReply = async (engine: Engine, { arn }: Form, wantsPage: boolean): Promise<Reply> => {
  if (engine.assembly.byArn(String(arn))?.type !== "AWS::SQS::Queue")
    return refuse(400, "arn names no queue");
  const redriven = await redrive(engine, String(arn));
  return wantsPage ? { status: 303, location: controlPath, body: "" } : json(redriven);
};

/** Waits until the cloud has nothing left to do. */
export const drainEngine = (engine: Engine, timeoutMs: number, advance = false): Promise<DrainResult> =>
  drain({ ...engine, confirm: engine.streams.confirm }, timeoutMs, advance);

const drainReply = async (engine: Engine, { timeoutMs, advance }: Form): Promise<Reply> => {
  const result = await drainEngine(engine, Number(timeoutMs ?? defaultDrainMs), advance === true);
  return json(result, result.idle ? 200 : 409);
};

const putEvents = (engine: Engine, { events }: Form): Reply => {
  if (!Array.isArray(events) || !events.every(isForeignEvent))
    return refuse(400, 'say {"events": [{"source": "aws.ec2", "detail-type": "...", "detail": {}}]}');
  for (const event of events) putForeign(engine, event);
  return json({ put: events.length });
};

const reference = (pathname: string): Reply => {
  const file = referenceFile(pathname);
  return file === undefined ? refuse(404, "not found") : { status: 200, ...file };
};

const answer = async (engine: Engine, request: IncomingMessage): Promise<Reply> => {
  if (!isLoopbackHost(request.headers.host))
    return refuse(403, "this answers to this machine's own name only");
  if (isForeign(request)) return refuse(403, "this answers to this machine's own pages only");
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://local");
  if (pathname === referencePath || pathname.startsWith(`${referencePath}/`)) return reference(pathname);
  switch (`${request.method} ${pathname}`) {
    case "GET /_local/":
      return { status: 200, type: "text/html; charset=utf-8", body: renderStatus(snapshot(engine)) };
    case "GET /_local":
      return { status: 308, location: controlPath, body: "" };
    case "GET /_local/status":
      return json(statsOf(engine));
    case "GET /_local/clock":
      return clockReply(engine);
    case "POST /_local/clock":
      return moveClock(engine, await readForm(request));
    case "POST /_local/drain":
      return drainReply(engine, await readForm(request));
    case "GET /_local/capacity":
      return capacityReply(engine);
    case "POST /_local/capacity":
      return setCapacity(engine, await readForm(request));
    case "POST /_local/consuming":
      return switchQueue(engine, await readForm(request));
    case "POST /_local/events":
      return putEvents(engine, await readForm(request));
    case "POST /_local/redrive":
      return redriveReply(
        engine,
        await readForm(request),
        request.headers.accept?.includes("text/html") === true,
      );
    case "GET /_local/dead-letters":
      return json(deadLetters(engine));
    case "GET /_local/output":
      return json(engine.logs.tail(searchParams.get("function") ?? ""));
    default:
      return refuse(404, "not found");
  }
};

/** Answers requests under `controlPath`, from this machine only. */
export const createControl =
  (engine: Engine) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = await answer(engine, request).catch((error: unknown) => {
      if (error instanceof SyntaxError) return refuse(400, error.message);
      engine.log("error", "a control request failed", { path: request.url, error: String(error) });
      return refuse(500, "failed; see the log");
    });
    const { status, type = "text/plain", location, body } = reply;
    response.writeHead(status, {
      "content-type": type,
      "cache-control": "no-store",
      "content-security-policy": "frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      ...(location === undefined ? {} : { location }),
    });
    response.end(body);
  };
