import { spawnSync } from "node:child_process";

const parentOf = (pid: number): number =>
  Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)]).stdout?.toString());

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/**
 * Calls back when npm or tsx, which stand between the terminal and this process, is killed: nobody could end
 * this process by the id they know any more. Started without npm there is nobody to watch.
 */
export const onLaunchersGone = (callback: () => void): void => {
  if (process.env.npm_lifecycle_event === undefined) return;
  // tsx, the shell that npm runs it in, and npm.
  const tsx = process.ppid;
  const shell = parentOf(tsx);
  const launchers = [tsx, shell, parentOf(shell)].filter((pid) => pid > 1);
  setInterval(() => launchers.every(isAlive) || callback(), 1000).unref();
};
