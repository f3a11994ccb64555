import { endpoint } from "../../../shared/http/endpoint.ts";
import type { RequestContext } from "../context.ts";
import { Signal, SignalFields, tellSignal } from "../signal.ts";

export const tellRequestSignal = endpoint({
  id: "tellRequestSignal",
  summary: "Tell that something happened elsewhere: the steps that wait for it are over",
  route: "POST /request-signals",
  permission: "request:signal",
  body: SignalFields,
  reply: Signal,
  status: 201,
  refusals: [],
  handle: ({ body, actor }, { signals }: RequestContext) =>
    signals.create((id) => tellSignal(id, body, actor.id)),
});
