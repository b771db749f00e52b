import type { Behaviours } from "./behaviours";

/** Duration of the person's typing when the host has her type at every request. */
const TYPING_MS = 5;

/** A person who types in a cell: Excel answers no add-in meanwhile. */
export class CellEdit {
  private waiting: (() => void)[] = [];
  private isOpen = false;

  constructor(private readonly behaviour: Behaviours["cellEdit"]) {}

  begin(): void {
    this.isOpen = true;
  }

  /** She leaves the cell: what waited goes on. */
  end(): void {
    this.isOpen = false;
    for (const resume of this.waiting.splice(0)) resume();
  }

  /** True when a request may run, after the wait if it accepted to wait. */
  async allows(mayWait: boolean): Promise<boolean> {
    const typesNow = this.behaviour === "delays";
    if (!typesNow && !this.isOpen) return true;
    if (!mayWait) return false;
    if (typesNow) await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
    while (this.isOpen)
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    return true;
  }
}
