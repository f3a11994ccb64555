import { parseArgs } from "node:util";

/** What the command line asks for. */
export type StartOptions = {
  readonly help: boolean;
  /** Forget all stored data first. */
  readonly fresh: boolean;
  /** Do not fill an empty cloud with sample data. */
  readonly empty: boolean;
  readonly port: number;
  readonly dynamoDbEndpoint: string | undefined;
  readonly people: string;
};

/** A failure that the user can do something about; its message is one line that says what. */
export class StartFailure extends Error {}

/** The text of `--help`. */
export const help = `Runs the whole system on this machine, from the same template that is deployed.

  npm start -- [options]

  --fresh                      forget the data of earlier runs (.local/)
  --empty                      start without sample data
  --port <number>              default 3000
  --dynamodb-endpoint <url>    use this DynamoDB-compatible endpoint instead of DynamoDB Local
  --people <file>              who can sign in: JSON, { "people": [...], "clients": [...] }
  --help                       this text
`;

const portOf = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new StartFailure(`--port takes a number from 0 to 65535, not "${text}"`);
};

const endpointOf = (text: string): string => {
  if (/^https?:\/\/[^/]+\/?$/.test(text) && URL.canParse(text)) return text;
  throw new StartFailure(`--dynamodb-endpoint takes a URL such as http://127.0.0.1:8000, not "${text}"`);
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", default: false },
        fresh: { type: "boolean", default: false },
        empty: { type: "boolean", default: false },
        port: { type: "string", default: "3000" },
        people: { type: "string", default: "infra/demo/people.json" },
        "dynamodb-endpoint": { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new StartFailure(`${(error as Error).message.split(".")[0]}; see npm start -- --help`);
  }
};

/** Reads the command line. */
export const parseOptions = (args: readonly string[]): StartOptions => {
  const values = parse(args);
  const endpoint = values["dynamodb-endpoint"];
  return {
    help: values.help,
    fresh: values.fresh,
    empty: values.empty,
    port: portOf(values.port),
    people: values.people,
    dynamoDbEndpoint: endpoint === undefined ? undefined : endpointOf(endpoint),
  };
};
