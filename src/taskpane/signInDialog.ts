import {
  FAILURE_CODES,
  type Failure,
  type FailureCode,
  failed,
  failure,
  type Result,
  success,
} from "../sales/failure";
import { isRecord } from "./gatewayTransport";

/** As much of Office's dialog API as a sign-in takes. */
export interface DialogHost {
  displayDialogAsync(
    address: string,
    options: { readonly height: number; readonly width: number },
    opened: (result: OpenedDialog) => void,
  ): void;
}

interface OpenedDialog {
  /** `succeeded` or `failed`. */
  readonly status: unknown;
  readonly value: SignInDialog;
}

interface SignInDialog {
  close(): void;
  addEventHandler(event: unknown, handler: (told: DialogTold) => void): void;
}

type DialogTold = { readonly message: string; readonly origin?: string } | { readonly error: number };

/** Office's codes for a dialog's events. */
const MESSAGE = "dialogMessageReceived";
const EVENT = "dialogEventReceived";
/** Per cent of the screen: a CRM's sign-in page is made for about this. */
const SIZE = { height: 70, width: 35 };

/**
 * Opens the sign-in window and resolves with its claim. Every ending is one of ours: closed by the person, not
 * opened, too slow, given up by `signal`, or the failure that the window's last page hands over. The window is closed
 * in any case.
 */
export function openSignInDialog(
  host: DialogHost,
  address: string,
  seconds: number,
  signal?: AbortSignal,
): Promise<Result<string>> {
  return new Promise((resolve) => {
    let dialog: SignInDialog | undefined;
    let isOver = false;
    const end = (result: Result<string>) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      closeQuietly(dialog);
      resolve(result);
    };
    signal?.addEventListener("abort", () => end(refused("closed")), { once: true });
    const timer = setTimeout(() => end(refused("expired")), seconds * 1_000);
    host.displayDialogAsync(address, SIZE, ({ status, value }) => {
      if (status !== "succeeded") return end(refused("blocked"));
      dialog = value;
      // It took so long to open that nobody waits any more.
      if (isOver) return closeQuietly(dialog);
      dialog.addEventHandler(MESSAGE, (told) => {
        if ("message" in told && (!told.origin || told.origin === new URL(address).origin))
          end(claimIn(told.message));
      });
      dialog.addEventHandler(EVENT, () => end(refused("closed")));
    });
  });
}

const refused = (reason: string) => failed("source-sign-in", { reason });

/** Closing a window that the person closed already fails, which is no failure of the sign-in. */
function closeQuietly(dialog: SignInDialog | undefined): void {
  try {
    dialog?.close();
  } catch {
    // It is closed.
  }
}

/** Reads the message of the window's last page: `{claim}` or `{failure}` as the gateway wrote it. */
function claimIn(message: string): Result<string> {
  let told: unknown;
  try {
    told = JSON.parse(message);
  } catch {
    return failed("gateway-invalid-answer");
  }
  if (isRecord(told) && typeof told.claim === "string") return success(told.claim);
  if (isRecord(told) && isFailure(told.failure)) return { ok: false, failure: told.failure };
  return { ok: false, failure: failure("gateway-invalid-answer") };
}

const isFailure = (told: unknown): told is Failure =>
  isRecord(told) && FAILURE_CODES.includes(told.code as FailureCode) && isRecord(told.params);
