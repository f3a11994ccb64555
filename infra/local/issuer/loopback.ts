const loopbackHost = /^(localhost|[\w-]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/i;

/** Whether a URL leads to this machine: the issuer hands codes and tokens to no other. */
export const isLoopbackUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, hash } = new URL(text);
  return /^https?:$/.test(protocol) && loopbackHost.test(hostname) && username === "" && hash === "";
};

/** Whether a Host header names this machine: a foreign name here is a web page rebinding its DNS name. */
export const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && loopbackHost.test(host.replace(/:\d+$/, ""));
