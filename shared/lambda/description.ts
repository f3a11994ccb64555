import openapi from "../../docs/generated/openapi.json" with { type: "json" };
import { safeHeaders } from "../http/safe-headers.ts";

const body = JSON.stringify(openapi);

/** Answers `GET /openapi.json` with the document that was generated from the declarations. */
export const description = async () => ({
  statusCode: 200,
  headers: { "content-type": "application/json", ...safeHeaders },
  body,
});
