/** A file made on the device goes to the device's downloads. */

/** Milliseconds for which slow phones still read the file. */
const kept = 60_000;

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), kept);
}
