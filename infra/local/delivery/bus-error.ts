/** EventBridge's own way of saying no: the same call would be refused again. `code` is the one an SDK client sees. */
export class BusError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "BusError";
    this.code = code;
  }
}
