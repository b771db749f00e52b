import { MILLISECONDS_A_DAY } from "../sales/calendar";
import type { Vault } from "./vault";

/** Whether what was last used at `usedAt` is still remembered after `rememberDays` days (0: never). */
export const isRecent = (usedAt: number, rememberDays: number, now: number): boolean =>
  rememberDays > 0 && now - usedAt <= rememberDays * MILLISECONDS_A_DAY;

/** Forgets every entry that was not used for so long that no cookie leads to it any more, and what is none. */
export async function forgetUnused(vault: Vault, rememberDays: number, now: number): Promise<void> {
  for (const name of vault.names()) {
    if (!isRecent(usedAtOf(vault.get(name)), rememberDays, now)) await vault.delete(name);
  }
}

function usedAtOf(text = ""): number {
  try {
    const { usedAt } = JSON.parse(text);
    return typeof usedAt === "number" ? usedAt : Number.NEGATIVE_INFINITY;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
