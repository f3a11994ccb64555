/** Long enough for every sensible name, short enough for every file system (255 bytes) and header. */
const mostCharacters = 120;
const mostBytes = 240;

/** Controls, invisible characters, and those that turn the direction of text: `gnp.exe` must not read as `exe.png`. */
const deceiving = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]/gu;
/** What Windows does not take in names, and path parts everywhere. */
const forbidden = /[<>:"|?*]/g;
/** Names of devices on Windows, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The part behind the last dot, in lower case; empty without one. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

const fitting = (name: string): string => {
  const ending = endingOf(name).slice(0, 16);
  const tail = ending === "" ? "" : `.${ending}`;
  const stem = [...name.slice(0, name.length - (ending === "" ? 0 : endingOf(name).length + 1))];
  const whole = () => stem.join("") + tail;
  while (stem.length > 1 && (stem.length > mostCharacters || Buffer.byteLength(whole()) > mostBytes))
    stem.pop();
  return whole();
};

/**
 * A name that is safe to show, to store and to save under everywhere: the last part of a path, without what
 * deceives or what file systems refuse. Never empty; cleaning it again changes nothing.
 */
export const cleanFileName = (given: string): string => {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replaceAll(deceiving, "")
    .replaceAll(forbidden, "_")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[. ]+|[. ]+$/g, "");
  const named = plain === "" ? "file" : device.test(plain) ? `_${plain}` : plain;
  const short =
    named.length > mostCharacters || Buffer.byteLength(named) > mostBytes ? fitting(named) : named;
  return short.replaceAll(/[. ]+$/g, "") || "file";
};
