/** Attempts of one battery: a defence held, or fell. */
export class Tally {
  private held = 0;
  private readonly fallen: string[] = [];

  constructor(private readonly battery: string) {}

  /** Notes an attempt; `what` names it where the defence fell. */
  note(hasHeld: boolean, what: string): void {
    if (hasHeld) this.held += 1;
    else this.fallen.push(what);
  }

  /** Prints attempts, held and fell, and fails the test where one fell. */
  close(): void {
    const attempts = this.held + this.fallen.length;
    process.stdout.write(
      `attacks: ${this.battery}: ${attempts} attempts, ${this.held} held, ${this.fallen.length} fell\n`,
    );
    expect(attempts).toBeGreaterThan(0);
    expect(this.fallen.slice(0, 20)).toEqual([]);
  }
}
