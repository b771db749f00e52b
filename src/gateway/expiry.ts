import { MILLISECONDS_A_DAY } from "../sales/calendar";
import type { Vault } from "./vault";

/** True while an entry last used at `usedAt` is younger than `rememberDays` days (0: never). */
export const isRecent = (usedAt: number, rememberDays: number, now: number): boolean =>
  rememberDays > 0 && now - usedAt <= rememberDays * MILLISECONDS_A_DAY;

/**
 * Forgets every entry that was not used for so long that no cookie leads to it any more, and every unreadable one.
 * Resolves to whether the disk has forgotten them too.
 */
export async function forgetUnused(vault: Vault, rememberDays: number, now: number): Promise<boolean> {
  const old = vault.names().filter((name) => !isRecent(usedAtOf(vault.get(name)), rememberDays, now));
  const erased = await Promise.all(old.map((name) => vault.delete(name)));
  return erased.every(Boolean);
}

function usedAtOf(text = ""): number {
  try {
    const { usedAt } = JSON.parse(text);
    return typeof usedAt === "number" ? usedAt : Number.NEGATIVE_INFINITY;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
