import type { RegisterReading } from "../../live";
import type { Result } from "../../sales/failure";
import { inWorkbook } from "../office/session";
import { MEMORY_SHEET, remembering, writeMemory } from "./memory";
import { type RegisterOptions, readingOf, type StandingRegister, takeRegister } from "./read";

export interface KeepOptions extends RegisterOptions {
  /** Who changed the register. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Reads the register and remembers what it said before, where it changed; nothing is written where it did not. */
export const keepRegister = ({
  by,
  at,
  language = "fr",
  ...options
}: KeepOptions): Promise<Result<RegisterReading>> =>
  inWorkbook(async (session) => {
    const standing = await takeRegister(session, language);
    if (!isChanged(standing)) return readingOf(standing);
    const memory = remembering(standing.memory, standing.entries, { by, at });
    writeMemory(session, memory, standing.names.includes(MEMORY_SHEET));
    await session.sync();
    return readingOf({ ...standing, memory });
  }, options);

const isChanged = ({ entries, memory, sheet }: StandingRegister): boolean =>
  sheet !== undefined && JSON.stringify(entries) !== JSON.stringify(memory.entries);
