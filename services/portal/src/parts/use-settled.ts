import { useEffect, useState } from "react";

/** Between the last key and the question to the server. */
const pauseMs = 250;

/** A value that has come to rest. */
export const useSettled = <T>(value: T, afterMs = pauseMs): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
};
