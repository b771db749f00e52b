/** Excel accepts no deeper nesting. */
const DEEPEST_NESTING = 64;

/** Thrown inside the parser with what should stand at the scanner's place. */
export class Unexpected extends Error {
  constructor(readonly expected: string) {
    super(expected);
  }
}

/** A place in a formula's text that moves on; blanks after what is taken are passed over. */
export class Scanner {
  position = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The character here; "" at the end. */
  get next(): string {
    return this.text[this.position] ?? "";
  }

  /** Takes what the sticky pattern matches here, or "". */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const taken = pattern.exec(this.text)?.[0] ?? "";
    this.position += taken.length;
    return taken;
  }

  accept(character: string): boolean {
    if (this.next !== character) return false;
    this.position++;
    this.blanks();
    return true;
  }

  /** The first of these that stands here, taken. */
  oneOf<T extends string>(words: readonly T[]): T | undefined {
    const found = words.find((word) => this.text.startsWith(word, this.position));
    if (found) {
      this.position += found.length;
      this.blanks();
    }
    return found;
  }

  require(character: string, expected = character): void {
    if (!this.accept(character)) throw new Unexpected(expected);
  }

  blanks(): void {
    this.take(/[\s\u00a0]+/y);
  }

  /** Reads what is nested here; refuses more levels than Excel does. */
  deeper<T>(read: () => T): T {
    if (++this.depth > DEEPEST_NESTING) throw new Unexpected(`≤ ${DEEPEST_NESTING} ( )`);
    const result = read();
    this.depth--;
    return result;
  }
}
