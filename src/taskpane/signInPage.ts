/** The abilities of a page in the sign-in window. */
export interface SignInWindow {
  /** Resolves once Office's library knows the pane that opened the window. */
  readonly ready: Promise<unknown>;
  readonly goTo: (address: string) => void;
  readonly tellPane: (message: string) => void;
}

/** Time-out for the pane's answer; the page then goes on to the CRM without it. */
const READY_MILLISECONDS = 5_000;

/**
 * Runs the page's task: goes on to the CRM, or hands the pane the outcome. Office's library must have started before
 * the window leaves our address: it stores its opener there, for the way back.
 */
export async function runSignInPage(task: string, { ready, goTo, tellPane }: SignInWindow): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, READY_MILLISECONDS);
  });
  await Promise.race([ready, patience]);
  clearTimeout(timer);
  const { next } = JSON.parse(task) as { readonly next?: string };
  if (next === undefined) tellPane(task);
  else if (/^https?:\/\//.test(next)) goTo(next);
}
