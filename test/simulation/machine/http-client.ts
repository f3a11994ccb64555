import { EventEmitter } from "node:events";
import { Agent } from "node:http";
import { Readable } from "node:stream";
import type { Answer } from "../../../infra/local/gateway/upstream.ts";
import type { ProcessTime, ProcessTimer } from "./process-time.ts";

/** A request of an SDK client that waits for its answer. */
export type Outgoing = {
  /** `X-Amz-Target`. */
  readonly target: string;
  readonly body: Buffer;
  readonly answer: (answer: Answer) => void;
  /** The connection breaks. */
  readonly cut: () => void;
  /** False once the client has given up waiting. */
  readonly isWanted: () => boolean;
};

type Options = { readonly headers: Readonly<Record<string, string>> };

/** A connected socket, as far as an HTTP client looks at it. */
const createSocket = (owner: object, time: ProcessTime) => {
  let idle: ProcessTimer | undefined;
  const stop = () => time.clear(idle);
  const socket = Object.assign(new EventEmitter(), {
    connecting: false,
    setKeepAlive: () => socket,
    setTimeout: (delayMs: number, callback: () => void) => {
      stop();
      idle = delayMs > 0 ? time.set(owner, callback, delayMs) : undefined;
      return socket;
    },
    destroy: stop,
  });
  return socket;
};

const incoming = ({ status, headers, body }: Answer): Readable =>
  Object.assign(Readable.from([body]), { statusCode: status, statusMessage: "", headers, complete: true });

const broken = (): Error => Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });

/** What a container's code gets as `node:http`: requests go to `send` instead of to a network. */
export const createHttpClient = (owner: object, time: ProcessTime, send: (outgoing: Outgoing) => void) => {
  const request = ({ headers }: Options, onResponse: (response: Readable) => void) => {
    const socket = createSocket(owner, time);
    const chunks: Buffer[] = [];
    let isWanted = true;
    const end = () => {
      if (!isWanted) return false;
      isWanted = false;
      socket.destroy();
      return true;
    };
    const sent = Object.assign(new EventEmitter(), {
      socket,
      write: (chunk: Uint8Array | string) => chunks.push(Buffer.from(chunk)),
      setTimeout: socket.setTimeout,
      destroy: (error?: Error) => {
        if (!end()) return;
        if (error) sent.emit("error", error);
        sent.emit("close");
      },
      end: (chunk?: Uint8Array | string) => {
        if (chunk !== undefined) chunks.push(Buffer.from(chunk));
        send({
          target: headers["x-amz-target"] ?? headers["X-Amz-Target"] ?? "",
          body: Buffer.concat(chunks),
          isWanted: () => isWanted,
          answer: (answer) => {
            if (!end()) return;
            const response = incoming(answer);
            sent.emit("response", response);
            onResponse(response);
            sent.emit("close");
          },
          cut: () => sent.destroy(broken()),
        });
      },
    });
    return sent;
  };
  return { Agent, request };
};
