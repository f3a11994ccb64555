import { parseOptions, StartFailure } from "../../../../infra/local/start/options.ts";

describe("the command line of npm start", () => {
  it("means port 3000, kept data and demo data when it says nothing", () => {
    expect(parseOptions([])).toMatchObject({
      port: 3000,
      fresh: false,
      empty: false,
      help: false,
      dynamoDbEndpoint: undefined,
    });
  });

  it("is read", () => {
    expect(
      parseOptions([
        "--port",
        "0",
        "--fresh",
        "--empty",
        "--dynamodb-endpoint",
        "http://db.example:8000",
        "--people",
        "p.json",
      ]),
    ).toEqual({
      port: 0,
      fresh: true,
      empty: true,
      help: false,
      dynamoDbEndpoint: "http://db.example:8000",
      people: "p.json",
    });
  });

  it.each([
    [["--port", "x"], "--port takes a number"],
    [["--port", "70000"], "--port takes a number"],
    [["--port"], "--help"],
    [["--dynamodb-endpoint", "db"], "--dynamodb-endpoint takes a URL"],
    [["--frsh"], "--help"],
    [["frsh"], "--help"],
  ])("is refused in one line when it says %j", (args, reason) => {
    expect(() => parseOptions(args)).toThrow(StartFailure);
    expect(() => parseOptions(args)).toThrow(reason);
    expect(() => parseOptions(args)).not.toThrow("\n");
  });
});
