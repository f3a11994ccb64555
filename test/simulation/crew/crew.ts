import { type ChildProcess, fork } from "node:child_process";
import { provisionsVariable, startProvisions } from "../../bed/provisions.ts";
import type { Plan } from "../plan.ts";
import type { Outcome } from "../run-plan.ts";

/** A plan to be played. */
export type Asked = {
  readonly plan: Plan;
  /** Name of a broken variant of the product. */
  readonly variant?: string | undefined;
  /** With trace, calls and output; they are long. */
  readonly wantsAll?: boolean | undefined;
  /** Against DynamoDB Local, too. */
  readonly isCompared?: boolean | undefined;
};
type Told = { readonly outcome: Outcome } | { readonly error: string };

/** Processes that play plans, each one at a time. */
export type Crew = {
  readonly size: number;
  readonly play: (asked: Asked) => Promise<Outcome>;
  readonly close: () => Promise<void>;
};

type Member = { readonly child: ChildProcess; readonly play: (asked: Asked) => Promise<Outcome> };

/** Containers live for a moment: with less room in MB, the garbage collector copies what is about to die. */
const youngGeneration = "--max-semi-space-size=64";

const hire = (provisionsUrl: string): Member => {
  const child = fork("test/simulation/crew/member.ts", {
    execArgv: [youngGeneration, "--import", "tsx"],
    env: {
      ...process.env,
      [provisionsVariable]: provisionsUrl,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    },
  });
  const play = (asked: Asked) =>
    new Promise<Outcome>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`A simulation ended with ${code}`));
      child.once("exit", ended);
      child.once("message", (told: Told) => {
        child.off("exit", ended);
        if ("outcome" in told) resolve(told.outcome);
        else reject(new Error(told.error));
      });
      child.send(asked);
    });
  return { child, play };
};

/** Inside of a test run the database and the assembly are those of that run; else they are made here. */
export const openCrew = async (size: number): Promise<Crew> => {
  const given = process.env[provisionsVariable];
  const own = given === undefined ? await startProvisions() : undefined;
  const members = Array.from({ length: size }, () => hire(own?.url ?? String(given)));
  const free = [...members];
  const waiting: ((member: Member) => void)[] = [];

  const take = (): Promise<Member> | Member => free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (member: Member) => {
    const next = waiting.shift();
    if (next === undefined) free.push(member);
    else next(member);
  };
  return {
    size,
    play: async (asked) => {
      const member = await take();
      try {
        return await member.play(asked);
      } finally {
        giveBack(member);
      }
    },
    close: async () => {
      for (const { child } of members) child.kill();
      await own?.stop();
    },
  };
};
