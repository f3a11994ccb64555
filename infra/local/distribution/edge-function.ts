import { createContext, runInContext, Script } from "node:vm";
import type { Resource } from "../parts.ts";

/** A request as CloudFront's functions see it; the parts that functions here may look at or change. */
export type EdgeRequest = { readonly method: string; readonly uri: string };

/** Gives the address that is asked for instead; throws what the function throws. */
export type EdgeFunction = (request: EdgeRequest) => string;

/**
 * CloudFront gives a function a millisecond or so of CPU time. Here time is real, and on a busy machine a function that
 * waits for its turn is no endless loop, which would stop everything.
 */
const timeoutMs = 5000;

/** Runs the function's own code, without anything of this process in its reach. */
export const compileEdgeFunction = ({ properties }: Resource): EdgeFunction => {
  const call = new Script(`${properties.FunctionCode}\nJSON.stringify(handler(JSON.parse(event)));`);
  return (request) => {
    const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
    const event = { version: "1.0", context: { eventType: "viewer-request" }, viewer: {}, request };
    runInContext(`event = ${JSON.stringify(JSON.stringify(event))}`, context);
    const { uri } = JSON.parse(String(call.runInContext(context, { timeout: timeoutMs })));
    if (typeof uri !== "string" || !uri.startsWith("/")) throw new Error(`the function answered uri ${uri}`);
    return uri;
  };
};
