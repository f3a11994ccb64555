import { connect, type Socket } from "node:net";
import type { Answer } from "./answer.ts";

/** Kept-alive sockets to one HTTP/1.1 server that states `Content-Length` on every answer. */
export type RawPool = { readonly send: (request: Buffer) => Promise<Answer>; readonly close: () => void };

type Waiting = {
  readonly request: Buffer;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
};
type Line = {
  readonly socket: Socket;
  waiting: Waiting | undefined;
  received: Buffer | undefined;
  uses: number;
};

const parseHead = (head: string): { status: number; headers: Record<string, string> } => {
  const [first = "", ...lines] = head.split("\r\n");
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status: Number(first.slice(9, 12)), headers };
};

/** The answer once it is complete, or nothing yet. */
const parse = (bytes: Buffer): Answer | undefined => {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const { status, headers } = parseHead(bytes.toString("latin1", 0, end));
  const length = Number(headers["content-length"]);
  if (Number.isNaN(length)) throw new Error("the database endpoint answered without Content-Length");
  return bytes.length < end + 4 + length
    ? undefined
    : { status, headers, body: bytes.subarray(end + 4, end + 4 + length) };
};

/** Opens sockets as they are needed and keeps them. */
export const openRawPool = (host: string, port: number): RawPool => {
  const idle: Line[] = [];
  const all = new Set<Line>();

  const receive = (line: Line, chunk: Buffer): void => {
    line.received = line.received === undefined ? chunk : Buffer.concat([line.received, chunk]);
    const answer = parse(line.received);
    if (answer === undefined) return;
    const { waiting } = line;
    line.waiting = undefined;
    line.received = undefined;
    idle.push(line);
    waiting?.resolve(answer);
  };

  const lost = (line: Line, error: Error): void => {
    all.delete(line);
    const at = idle.indexOf(line);
    if (at >= 0) idle.splice(at, 1);
    const { waiting, received, uses } = line;
    line.waiting = undefined;
    if (waiting === undefined) return;
    // The server closed a kept-alive socket just as it was used again: nothing was read, so send it anew.
    if (uses > 1 && received === undefined) dispatch(open(), waiting);
    else waiting.reject(error);
  };

  const open = (): Line => {
    const socket = connect({ host, port, noDelay: true });
    const line: Line = { socket, waiting: undefined, received: undefined, uses: 0 };
    let failure: Error | undefined;
    all.add(line);
    socket.on("data", (chunk) => {
      try {
        receive(line, chunk as Buffer);
      } catch (error) {
        socket.destroy(error as Error);
      }
    });
    socket.on("error", (error) => {
      failure = error;
    });
    socket.on("close", () => lost(line, failure ?? new Error("the database endpoint closed the connection")));
    return line;
  };

  const dispatch = (line: Line, waiting: Waiting): void => {
    line.waiting = waiting;
    line.uses += 1;
    line.socket.write(waiting.request);
  };

  return {
    send: (request) =>
      new Promise((resolve, reject) => dispatch(idle.pop() ?? open(), { request, resolve, reject })),
    close: () => {
      for (const { socket } of all) socket.destroy();
    },
  };
};
