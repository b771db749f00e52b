/** A text that the browser keeps for this person from day to day: never a secret. */
export interface KeptText {
  read(): string;
  write(text: string): void;
}

/**
 * A text kept in web storage under a key. Where a policy or a browser refuses that storage (even asking for it may
 * throw), the text lasts as long as this object.
 */
export function keptText(storage: () => Storage, key: string): KeptText {
  let text = guarded(() => storage().getItem(key)) ?? "";
  return {
    read: () => text,
    write: (given) => {
      text = given;
      guarded(() => (given ? storage().setItem(key, given) : storage().removeItem(key)));
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
