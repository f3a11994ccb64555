import * as z from "zod";
import { type JsonSchema, jsonSchemaOf } from "../json-schema.ts";
import { detailType, EventMeta, type EventType } from "./event-type.ts";

/** JSON Schema (draft 7, which every tool reads) of one event version's `detail`: what consumers may rely on. */
export const eventSchemaOf = (event: EventType): JsonSchema => {
  const detail = z.object({ meta: EventMeta, data: event.data });
  const { $schema, ...schema } = jsonSchemaOf(detail, { target: "draft-07", io: "output" });
  return {
    $schema,
    $id: `urn:steward:event:${event.source}:${detailType(event)}`,
    title: detailType(event),
    description: event.summary,
    ...schema,
  };
};
