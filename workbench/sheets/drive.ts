/** A file in Drive, and who may see it. */
export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly viewersMayCopy: boolean;
  readonly readers: Map<string, string>;
}

/** Google Drive as the advanced service gives it: files made, shared and taken back. `isUnwelcome`: an address it refuses. */
export function driveService(files: Map<string, DriveFile>, isUnwelcome: (email: string) => boolean) {
  return {
    Files: {
      create: (
        resource: { name: string; copyRequiresWriterPermission?: boolean },
        blob: { bytes: Uint8Array },
      ) => {
        const id = `file${files.size + 1}`;
        const viewersMayCopy = resource.copyRequiresWriterPermission !== true;
        files.set(id, {
          id,
          name: resource.name,
          bytes: blob.bytes,
          viewersMayCopy,
          readers: new Map(),
        });
        return { id, webViewLink: `https://docs.google.com/spreadsheets/d/${id}` };
      },
      remove: (id: string) => void files.delete(id),
    },
    Permissions: {
      create: ({ role, emailAddress }: { role: string; emailAddress: string }, id: string) => {
        if (isUnwelcome(emailAddress)) throw new Error("The email address is not valid");
        files.get(id)?.readers.set(emailAddress, role);
      },
      list: (id: string) => ({
        permissions: [
          { id: "owner", role: "owner" },
          ...[...(files.get(id)?.readers ?? [])].map(([email, role]) => ({ id: email, role })),
        ],
      }),
      remove: (id: string, reader: string) => void files.get(id)?.readers.delete(reader),
    },
  };
}
