/** The command line is wrong; the message is ready to print, in the reader's language. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
