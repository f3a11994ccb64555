import { AwsFailure } from "../../infra/local/gateway/aws-failure.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";

type Trouble = () => Promise<void>;

const troubles: readonly (readonly [string, Trouble])[] = [
  ["cuts every connection", () => Promise.reject(new Error("nobody listens"))],
  ["throttles", () => Promise.reject(new AwsFailure("ThrottlingException", "Rate exceeded"))],
  ["fails", () => Promise.reject(new AwsFailure("InternalServerError", "Internal server error", 500))],
  ["answers nothing", () => new Promise(() => undefined)],
];

describe("while the database", () => {
  let bed: Bed;
  let trouble: Trouble | undefined;
  beforeAll(async () => {
    bed = await startBed({
      fault: async (when, { service }) => {
        if (when === "before" && service === "dynamodb") await trouble?.();
      },
    });
  });
  afterAll(() => bed.stop());

  it.each(troubles)(
    "%s, people hear that and when to try again, and the same request then works once",
    async (how, cause) => {
      const ann = bed.as("ann");
      const open = () => ann.post("/incidents", { title: "Slow" }, { key: how.replaceAll(" ", "-") });
      trouble = cause;
      const busy = await open();
      trouble = undefined;
      expect(busy.status).toBe(503);
      expect(busy.headers.get("content-type")).toBe("application/problem+json");
      expect(Number(busy.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(busy.body).toMatchObject({ status: 503, code: "unavailable" });
      const opened = await open();
      expect([opened.status, (await open()).body.id]).toEqual([201, opened.body.id]);
    },
  );
});
