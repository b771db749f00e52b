import { FailureError, failure } from "../sales/failure";
import { asked } from "./spreadsheetFile";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SPREADSHEET = "application/vnd.google-apps.spreadsheet";
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A copy in the person's Drive. */
export interface SharedCopy {
  readonly id: string;
  /** The address that its readers open. */
  readonly address: string;
}

/**
 * Puts a frozen copy into the person's Drive as a spreadsheet that its readers may read, and neither edit, download,
 * print nor copy. Only its own files are in the right that Vigie asks for. All or nothing: a reader that Google refuses
 * takes the file away again.
 */
export function shareCopy(name: string, base64: string, readers: readonly string[]): SharedCopy {
  const wrong = readers.find((reader) => !EMAIL.test(reader));
  if (wrong !== undefined) throw new FailureError(failure("sheets-refused", { reason: wrong }));
  const blob = Utilities.newBlob(Utilities.base64Decode(base64), XLSX, name);
  const { Files, Permissions } = drive();
  const made = asked(() =>
    Files.create({ name, mimeType: SPREADSHEET, copyRequiresWriterPermission: true }, blob, {
      fields: "id,webViewLink",
    }),
  );
  const { id = "", webViewLink: address = "" } = made;
  try {
    for (const emailAddress of readers)
      asked(() =>
        Permissions.create({ type: "user", role: "reader", emailAddress }, id, {
          sendNotificationEmail: false,
        }),
      );
  } catch (thrown) {
    Files.remove(id);
    throw thrown;
  }
  return { id, address };
}

/** Takes the right to read a copy from everybody but its owner. */
export function revokeCopy(id: string): number {
  const { permissions = [] } = asked(() => drive().Permissions.list(id, { fields: "permissions(id,role)" }));
  const readers = permissions.filter(({ role }) => role !== "owner");
  for (const { id: reader = "" } of readers) asked(() => drive().Permissions.remove(id, reader));
  return readers.length;
}

/** The service as the project's manifest switches it on; missing where an administrator took it away. */
function drive(): NonNullable<typeof Drive> {
  if (typeof Drive === "undefined" || !Drive) throw new FailureError(failure("sheets-no-right"));
  return Drive;
}
