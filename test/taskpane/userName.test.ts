import { storedUserName } from "../../src/taskpane/userName";

function storageDouble(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    get length() {
      return kept.size;
    },
  } as Storage;
}

test("a name outlives the pane, tidied, and can be taken back", () => {
  const storage = storageDouble();
  storedUserName(() => storage).write("  Ana \t Silva ");
  expect(storedUserName(() => storage).read()).toBe("Ana Silva");
  storedUserName(() => storage).write("x".repeat(500));
  expect(storedUserName(() => storage).read()).toHaveLength(80);
  storedUserName(() => storage).write("  ");
  expect(storedUserName(() => storage).read()).toBe("");
  expect(storage.length).toBe(0);
});

test.each([
  [
    "that may not even be asked for",
    () => {
      throw new DOMException("denied", "SecurityError");
    },
  ],
  [
    "that is full",
    () =>
      ({
        getItem: () => null,
        setItem: () => {
          throw new DOMException("full", "QuotaExceededError");
        },
      }) as unknown as Storage,
  ],
])("with a storage %s the name lasts as long as the pane", (_, storage) => {
  const userName = storedUserName(storage);
  expect(userName.read()).toBe("");
  userName.write("Ana");
  expect(userName.read()).toBe("Ana");
});
