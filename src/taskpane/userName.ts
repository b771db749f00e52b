/** How a person signs: what a colleague reads who must wait for their refresh. Empty while unknown. */
export interface UserName {
  read(): string;
  write(name: string): void;
}

const KEY = "vigie.userName";
/** Enough for any name, and it must fit in a sentence. */
const LONGEST_NAME = 80;

export const tidyName = (name: string): string => name.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME);

/**
 * A name that outlives the pane. It is no secret, so web storage may hold it; where a policy or a browser refuses
 * that storage (even asking for it may throw), the name lasts as long as this object.
 */
export function storedUserName(storage: () => Storage): UserName {
  let name = guarded(() => storage().getItem(KEY)) ?? "";
  return {
    read: () => name,
    write: (given) => {
      name = tidyName(given);
      guarded(() => (name ? storage().setItem(KEY, name) : storage().removeItem(KEY)));
    },
  };
}

function guarded<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
