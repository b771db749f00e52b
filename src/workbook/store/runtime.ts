/** Key of the machine's id in the browser's storage: a random text that tells nothing of anybody. */
const MACHINE_KEY = "vigie.machine";
const random = (): string => Math.random().toString(36).slice(2, 10);

/** This copy of the add-in: a lock it left behind itself, because Excel failed at the wrong moment, is its own. */
export const RUNTIME_ID = `${Date.now().toString(36)}-${random()}`;

/** This browser profile, the same after a pane was closed and opened again; where nothing can be stored, this runtime. */
export function machineId(): string {
  try {
    const known = localStorage.getItem(MACHINE_KEY);
    if (known) return known;
    const made = `${random()}${random()}`;
    localStorage.setItem(MACHINE_KEY, made);
    return made;
  } catch {
    return RUNTIME_ID;
  }
}

const lockName = (runtime: string): string => `vigie-refresh ${runtime}`;
/** The browser's own locks end with the page that holds them; older web views have none. */
const browserLocks = (): LockManager | undefined => globalThis.navigator?.locks;

/** Shows other windows of this machine that this runtime is at work, until the answer is called or the page is gone. */
export async function showAlive(): Promise<() => void> {
  const locks = browserLocks();
  if (!locks) return () => undefined;
  return new Promise((shown) => {
    const held = () => new Promise<void>((release) => shown(() => release()));
    locks.request(lockName(RUNTIME_ID), held).catch(() => shown(() => undefined));
  });
}

/** True when another runtime of this machine is alive; undefined where the browser cannot tell. */
export async function isAlive(runtime: string): Promise<boolean | undefined> {
  const locks = browserLocks();
  if (!locks) return undefined;
  const { held = [] } = await locks.query();
  return held.some(({ name }) => name === lockName(runtime));
}
