import openapi from "../../docs/generated/openapi.json" with { type: "json" };

const body = JSON.stringify(openapi);

/** Answers `GET /openapi.json` with the document that was generated from the declarations. */
export const description = async () => ({
  statusCode: 200,
  headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
  body,
});
