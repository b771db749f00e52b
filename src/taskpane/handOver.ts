/** Some browsers read the file only after the click was answered. */
const KEPT_MS = 60_000;

/** The browser's own download; nothing tells whether the person received it. */
export function handOver(contents: Uint8Array | string, fileName: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([typeof contents === "string" ? contents : new Uint8Array(contents)], { type }),
  );
  link.download = fileName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
